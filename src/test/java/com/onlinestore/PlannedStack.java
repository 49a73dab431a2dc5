package com.onlinestore;

import com.onlinestore.config.StackFile;
import com.onlinestore.plan.Plan;
import com.onlinestore.plan.Planner;
import com.onlinestore.plan.StackConfig;
import com.onlinestore.policy.Finding;
import com.onlinestore.policy.Policies;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/** Plans of the stacks that the project ships and tests with. */
public final class PlannedStack {

  private static final Path PROJECT = Path.of("..");

  private static final Path SECOND = Path.of("test/resources/engine/Pulumi.second.yaml");

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
    StackConfig config = StackConfig.read(PROJECT, "any", file);
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

  private static Plan of(StackConfig config) {
    return Planner.plan(config, OnlineStore.program(config.config().keySet(), config.secretKeys()));
  }
}
