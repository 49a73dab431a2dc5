package com.onlinestore.review.base;

import com.onlinestore.errors.UserError;
import com.onlinestore.plan.Plan;
import com.onlinestore.plan.StackConfig;
import com.onlinestore.plan.StoredPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** A plan that was written earlier, or a folder of those of several stacks. */
record FolderBase(String name, Path folder) implements Base {

  static boolean isIn(Path folder) {
    return Files.isDirectory(folder) && (StoredPlan.isIn(folder) || holdsPlans(folder));
  }

  @Override
  public Optional<Plan> plan(String stack, Path configFile) {
    if (StoredPlan.isIn(folder)) {
      return Optional.of(StoredPlan.read(folder));
    }
    Path own = folder.resolve(stack);
    return StoredPlan.isIn(own) ? Optional.of(StoredPlan.read(own)) : Optional.empty();
  }

  @Override
  public Optional<StackConfig> settings(String stack, Path configFile) {
    return Optional.empty();
  }

  @Override
  public void close() {
    // Nothing is open.
  }

  private static boolean holdsPlans(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.anyMatch(StoredPlan::isIn);
    } catch (IOException unreadable) {
      throw new UserError("%s cannot be read.".formatted(folder));
    }
  }
}
