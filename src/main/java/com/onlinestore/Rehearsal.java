package com.onlinestore;

import com.onlinestore.config.StackFile;
import com.onlinestore.plan.MeshCheck;
import com.onlinestore.plan.Plan;
import com.onlinestore.plan.Planner;
import com.onlinestore.policy.Policies;
import com.onlinestore.policy.PolicyReport;
import com.onlinestore.policy.Waiver;
import com.pulumi.Context;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A run of the program against the recorder before the engine hears of its first resource, so that
 * a mesh that would not work and a broken policy are told before anything is created. It takes
 * about a second.
 */
final class Rehearsal {

  private static final String MESH = "The mesh would not work, so nothing was created:\n  ";

  private Rehearsal() {}

  /**
   * Why the program must not run, as the one message that the engine shows; empty where it may.
   *
   * @param today the day that waivers of policies are held against
   */
  static String refusal(
      String project,
      String stack,
      Map<String, String> config,
      Set<String> secretKeys,
      Consumer<Context> program,
      LocalDate today) {
    return plan(project, stack, config, secretKeys, program)
        .map(plan -> refusal(plan, StackFile.waivers(config), today))
        .orElse("");
  }

  private static String refusal(Plan plan, List<Waiver> waivers, LocalDate today) {
    List<String> mistakes = MeshCheck.mistakes(plan);
    String mesh = mistakes.isEmpty() ? "" : MESH + String.join("\n  ", mistakes);
    String policies =
        PolicyReport.refusal(Policies.onTheClassPath().findings(plan, waivers, today));
    return Stream.of(mesh, policies)
        .filter(reason -> !reason.isEmpty())
        .collect(Collectors.joining("\n"));
  }

  private static Optional<Plan> plan(
      String project,
      String stack,
      Map<String, String> config,
      Set<String> secretKeys,
      Consumer<Context> program) {
    try {
      return Optional.of(Planner.plan(project, stack, config, secretKeys, program));
    } catch (RuntimeException failure) {
      // The engine's own run fails for the same reason, and shows it to the person.
      return Optional.empty();
    }
  }
}
