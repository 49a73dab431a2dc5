package com.onlinestore.review.base;

import com.onlinestore.plan.Plan;
import com.onlinestore.plan.StackConfig;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * What a change is compared with. Close it: a revision is checked out for as long as it is open.
 */
public interface Base extends AutoCloseable {

  /** How the person named it. */
  String name();

  /**
   * The plan of a stack there; empty where there is no such stack.
   *
   * @param configFile stack file to read instead of the stack's own; null for its own
   */
  Optional<Plan> plan(String stack, Path configFile);

  /** The settings of a stack there; empty where it has none or nobody knows them any more. */
  Optional<StackConfig> settings(String stack, Path configFile);

  @Override
  void close();

  /**
   * Finds what {@code name} means: a folder with a plan or with plans of several stacks, otherwise
   * a revision that git knows in {@code project}.
   *
   * @param planner plans a stack by the program that runs now
   * @param progress is told what takes long
   * @throws com.onlinestore.errors.UserError where it is neither
   */
  static Base of(
      String name, Path project, Function<StackConfig, Plan> planner, Consumer<String> progress) {
    Path folder = Path.of(name);
    return FolderBase.isIn(folder)
        ? new FolderBase(name, folder)
        : RevisionBase.open(name, project, planner, progress);
  }
}
