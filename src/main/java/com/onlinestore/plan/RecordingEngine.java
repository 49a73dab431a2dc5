package com.onlinestore.plan;

import com.pulumi.deployment.internal.Engine;
import java.util.concurrent.CompletableFuture;
import pulumirpc.EngineOuterClass.GetRootResourceRequest;
import pulumirpc.EngineOuterClass.GetRootResourceResponse;
import pulumirpc.EngineOuterClass.LogRequest;
import pulumirpc.EngineOuterClass.LogSeverity;
import pulumirpc.EngineOuterClass.RequirePulumiVersionRequest;
import pulumirpc.EngineOuterClass.RequirePulumiVersionResponse;

/**
 * Keeps the warnings and errors of a program's log. Any version of the engine is taken as given.
 */
final class RecordingEngine implements Engine {

  private final Recording recording;

  RecordingEngine(Recording recording) {
    this.recording = recording;
  }

  @Override
  public CompletableFuture<Void> logAsync(LogRequest request) {
    if (request.getSeverity() == LogSeverity.ERROR) {
      recording.fail(request.getMessage());
    } else if (request.getSeverity() == LogSeverity.WARNING) {
      recording.warn(request.getMessage());
    }
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public CompletableFuture<GetRootResourceResponse> getRootResourceAsync(
      GetRootResourceRequest request) {
    return CompletableFuture.completedFuture(GetRootResourceResponse.getDefaultInstance());
  }

  @Override
  public CompletableFuture<RequirePulumiVersionResponse> requirePulumiVersionAsync(
      RequirePulumiVersionRequest request) {
    return CompletableFuture.completedFuture(RequirePulumiVersionResponse.getDefaultInstance());
  }
}
