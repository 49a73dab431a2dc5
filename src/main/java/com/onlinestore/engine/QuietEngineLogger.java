package com.onlinestore.engine;

import com.pulumi.deployment.internal.EngineLogger;
import com.pulumi.resources.Resource;
import java.util.concurrent.CompletableFuture;
import java.util.logging.Level;

/**
 * Leaves debug messages out: the SDK sends several about each resource, each a request of its own
 * with the whole resource as text.
 *
 * @param engine takes the others
 */
record QuietEngineLogger(EngineLogger engine) implements EngineLogger {

  @Override
  public CompletableFuture<Void> logAsync(
      Level level, String message, Resource resource, Integer streamId, Boolean ephemeral) {
    return level.intValue() < Level.INFO.intValue()
        ? CompletableFuture.completedFuture(null)
        : engine.logAsync(level, message, resource, streamId, ephemeral);
  }

  @Override
  public boolean hasLoggedErrors() {
    return engine.hasLoggedErrors();
  }

  @Override
  public int getErrorCount() {
    return engine.getErrorCount();
  }
}
