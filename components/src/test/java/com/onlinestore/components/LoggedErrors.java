package com.onlinestore.components;

import com.pulumi.deployment.internal.EngineLogger;
import com.pulumi.resources.Resource;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Level;

/** The errors that a program logs, without the debug messages that are a task each. */
final class LoggedErrors implements EngineLogger {

  private final Queue<String> errors = new ConcurrentLinkedQueue<>();

  @Override
  public CompletableFuture<Void> logAsync(
      Level level, String message, Resource resource, Integer streamId, Boolean ephemeral) {
    if (level == Level.SEVERE) {
      errors.add(message);
    }
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public boolean hasLoggedErrors() {
    return !errors.isEmpty();
  }

  @Override
  public int getErrorCount() {
    return errors.size();
  }

  List<String> messages() {
    return List.copyOf(errors);
  }
}
