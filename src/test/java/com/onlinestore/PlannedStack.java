package com.onlinestore;

import com.onlinestore.plan.Plan;
import com.onlinestore.plan.Planner;
import com.onlinestore.plan.StackConfig;
import java.nio.file.Path;

/** Plans of the stacks that the project ships and tests with. */
public final class PlannedStack {

  private static final Path PROJECT = Path.of("..");

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
    return of("second", Path.of("test/resources/engine/Pulumi.second.yaml"));
  }

  /** The plan of a stack file from anywhere. */
  public static Plan of(String stack, Path file) {
    return of(StackConfig.read(PROJECT, stack, file));
  }

  private static Plan of(StackConfig config) {
    return Planner.plan(config, OnlineStore.program(config.config().keySet(), config.secretKeys()));
  }
}
