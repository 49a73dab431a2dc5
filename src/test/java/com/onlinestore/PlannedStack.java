package com.onlinestore;

import com.onlinestore.plan.Plan;
import com.onlinestore.plan.Planner;
import com.onlinestore.plan.StackConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
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
    try {
      Path folder = Files.createTempDirectory("second");
      Files.copy(PROJECT.resolve("Pulumi.yaml"), folder.resolve("Pulumi.yaml"));
      Files.copy(
          Path.of("test/resources/engine/Pulumi.second.yaml"),
          folder.resolve("Pulumi.second.yaml"));
      return of(StackConfig.read(folder, "second"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The plan of {@code examples/<name>.yaml}. */
  public static Plan example(String name) {
    try {
      Path folder = Files.createTempDirectory(name);
      Files.copy(PROJECT.resolve("Pulumi.yaml"), folder.resolve("Pulumi.yaml"));
      Files.copy(
          PROJECT.resolve("examples/" + name + ".yaml"),
          folder.resolve("Pulumi." + name + ".yaml"));
      return of(StackConfig.read(folder, name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Plan of(StackConfig config) {
    return Planner.plan(config, OnlineStore.program(config.config().keySet(), config.secretKeys()));
  }
}
