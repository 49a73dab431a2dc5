package com.onlinestore.plan;

import com.pulumi.deployment.internal.EngineLogger;
import com.pulumi.resources.Resource;
import java.util.concurrent.CompletableFuture;
import java.util.logging.Level;

/**
 * Keeps the warnings and errors of a program.
 *
 * <p>It stands in for the SDK's own logger, which sends each of the several debug messages about
 * each resource to the engine as a task of its own, often on a thread of its own.
 */
final class RecordingLogger implements EngineLogger {

  private final Recording recording;

  RecordingLogger(Recording recording) {
    this.recording = recording;
  }

  @Override
  public CompletableFuture<Void> logAsync(
      Level level, String message, Resource resource, Integer streamId, Boolean ephemeral) {
    if (level == Level.SEVERE) {
      recording.fail(message);
    } else if (level == Level.WARNING) {
      recording.warn(message);
    }
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public boolean hasLoggedErrors() {
    return getErrorCount() > 0;
  }

  @Override
  public int getErrorCount() {
    return recording.errors().size();
  }
}
