package com.onlinestore.plan;

import com.pulumi.deployment.internal.Engine;
import java.util.concurrent.CompletableFuture;
import pulumirpc.EngineOuterClass.GetRootResourceRequest;
import pulumirpc.EngineOuterClass.GetRootResourceResponse;
import pulumirpc.EngineOuterClass.LogRequest;
import pulumirpc.EngineOuterClass.RequirePulumiVersionRequest;
import pulumirpc.EngineOuterClass.RequirePulumiVersionResponse;

/** What is left of the engine beside monitor and log: nothing. It has any version asked for. */
final class UnusedEngine implements Engine {

  @Override
  public CompletableFuture<Void> logAsync(LogRequest request) {
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
