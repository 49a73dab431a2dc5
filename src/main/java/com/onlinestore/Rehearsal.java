package com.onlinestore;

import com.onlinestore.plan.MeshCheck;
import com.onlinestore.plan.Planner;
import com.pulumi.Context;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A run of the program against the recorder before the engine hears of its first resource, so that
 * a mesh that would not work is told before anything is created. It takes about a second.
 */
final class Rehearsal {

  private Rehearsal() {}

  /** The mistakes in what the program would put into the mesh. */
  static List<String> mistakes(
      String project,
      String stack,
      Map<String, String> config,
      Set<String> secretKeys,
      Consumer<Context> program) {
    try {
      return MeshCheck.mistakes(Planner.plan(project, stack, config, secretKeys, program));
    } catch (RuntimeException failure) {
      // The engine's own run fails for the same reason, and shows it to the person.
      return List.of();
    }
  }

  /** The mistakes as the one message that the engine shows. */
  static String message(List<String> mistakes) {
    return "The mesh would not work, so nothing was created:\n  " + String.join("\n  ", mistakes);
  }
}
