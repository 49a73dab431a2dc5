package com.onlinestore;

import com.onlinestore.config.StackFile;
import com.onlinestore.plan.Plan;
import com.onlinestore.plan.Planner;
import com.onlinestore.plan.StackConfig;
import com.onlinestore.policy.Finding;
import com.onlinestore.policy.Policies;
import com.pulumi.Context;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Plans of the stacks that the project ships and tests with, each made once and shared.
 *
 * <p>The trap: the inputs of a plan are JSON that can be changed; take a deep copy first. Whoever
 * compares two runs takes the other one from {@code again}.
 */
public final class PlannedStack {

  // Large, because a plan in the making keeps others waiting that fall into its slot.
  private static final Map<StackConfig, Plan> FIRST = new ConcurrentHashMap<>(1024);
  private static final Map<StackConfig, Plan> SECOND_RUN = new ConcurrentHashMap<>(1024);

  private static final Path PROJECT = Path.of("..");

  private static final Path SECOND = Path.of("test/resources/engine/Pulumi.second.yaml");

  private static final Pattern SHIPPED = Pattern.compile("Pulumi\\.(.+)\\.yaml");

  private PlannedStack() {}

  /** The plan of {@code Pulumi.local.yaml}. */
  public static Plan local() {
    return shipped("local");
  }

  /** The plan of {@code Pulumi.<stack>.yaml}. */
  public static Plan shipped(String stack) {
    return of(StackConfig.read(PROJECT, stack));
  }

  /** The plan of a second store, in the cluster of the first. */
  public static Plan second() {
    return of("second", SECOND);
  }

  /** The stack files in {@code examples}, by name. */
  public static List<Path> examples() {
    try (Stream<Path> files = Files.list(PROJECT.resolve("examples"))) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Every stack file of the project, shipped ones, tested ones and examples. */
  public static List<Path> all() {
    return Stream.of(
            Stream.of("local", "dev", "prod", "gke")
                .map(stack -> PROJECT.resolve("Pulumi." + stack + ".yaml")),
            Stream.of(SECOND),
            examples().stream())
        .flatMap(files -> files)
        .toList();
  }

  /** What policies say of the plan of a stack file. */
  public static List<Finding> findings(Path file) {
    StackConfig config = config(file);
    return Policies.onTheClassPath()
        .findings(
            of(config),
            StackFile.settings(config.config()).policies().waivers(),
            LocalDate.of(2026, 11, 21));
  }

  /** The plan of {@code examples/<name>.yaml}. */
  public static Plan example(String name) {
    return of(name, PROJECT.resolve("examples/" + name + ".yaml"));
  }

  /** The plan of a stack file from anywhere. */
  public static Plan of(String stack, Path file) {
    return of(StackConfig.read(PROJECT, stack, file));
  }

  /** The plan of a stack file of the project. */
  public static Plan of(Path file) {
    return of(config(file));
  }

  /**
   * The plan of another run of the same program, whose resources are registered as late as can be:
   * when all of them are made.
   */
  public static Plan again(Path file) {
    return SECOND_RUN.computeIfAbsent(config(file), PlannedStack::late);
  }

  /** The plan of a run of its own. */
  public static Plan anew(String stack, Path file) {
    return anew(StackConfig.read(PROJECT, stack, file));
  }

  private static Plan of(StackConfig config) {
    return FIRST.computeIfAbsent(config, PlannedStack::anew);
  }

  private static Plan anew(StackConfig config) {
    return Planner.plan(config, program(config));
  }

  private static Plan late(StackConfig config) {
    AfterTheProgram registering = new AfterTheProgram();
    return Planner.plan(
        config, registering, program(config).andThen(context -> registering.begin()));
  }

  private static Consumer<Context> program(StackConfig config) {
    return OnlineStore.program(config.config().keySet(), config.secretKeys());
  }

  private static StackConfig config(Path file) {
    Matcher shipped = SHIPPED.matcher(file.getFileName().toString());
    return StackConfig.read(PROJECT, shipped.matches() ? shipped.group(1) : "dev", file);
  }

  /** Keeps what it is given until it is told to begin. */
  private static final class AfterTheProgram implements Executor {

    private final Queue<Runnable> kept = new ConcurrentLinkedQueue<>();
    private volatile boolean begun;

    @Override
    public void execute(Runnable task) {
      if (begun) {
        task.run();
      } else {
        kept.add(task);
      }
    }

    void begin() {
      begun = true;
      kept.forEach(Runnable::run);
    }
  }
}
