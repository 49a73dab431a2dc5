package com.onlinestore.engine;

import com.pulumi.deployment.internal.DeploymentImpl;
import com.pulumi.resources.Resource;
import com.pulumi.resources.ResourceArgs;
import com.pulumi.resources.ResourceOptions;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Function;

/**
 * Registers resources beside the program. The SDK does so in the constructor of each, where two
 * thirds of a program's time went into requests, and their text, before the next resource was made.
 */
public final class RegisteringDeployment extends DeploymentImpl {

  /** A deployment of the SDK's own state. */
  public RegisteringDeployment(DeploymentState state) {
    super(state);
  }

  // The SDK assigns the resource's outputs and waits for the reference of its package; whoever
  // completes that does all the rest.
  @Override
  public void readOrRegisterResource(
      Resource resource,
      boolean remote,
      Function<String, Resource> newDependency,
      ResourceArgs args,
      ResourceOptions options,
      Resource.LazyFields lazy,
      CompletableFuture<String> packageRef) {
    CompletableFuture<String> begin = new CompletableFuture<>();
    super.readOrRegisterResource(resource, remote, newDependency, args, options, lazy, begin);
    CompletableFuture<String> known =
        packageRef == null ? CompletableFuture.completedFuture(null) : packageRef;
    known.whenCompleteAsync(
        (reference, failure) -> {
          if (failure == null) {
            begin.complete(reference);
          } else {
            begin.completeExceptionally(failure);
          }
        },
        ForkJoinPool.commonPool());
  }
}
