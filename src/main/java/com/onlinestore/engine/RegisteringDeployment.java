package com.onlinestore.engine;

import com.pulumi.deployment.internal.DeploymentImpl;
import com.pulumi.resources.Resource;
import com.pulumi.resources.ResourceArgs;
import com.pulumi.resources.ResourceOptions;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Function;

/**
 * Registers resources beside the program. The SDK does so in the constructor of each, where two
 * thirds of a program's time went into requests, and their text, before the next resource was made.
 *
 * <p>The trap: what a resource is made of must not change after its constructor, such as a list of
 * what it waits for.
 */
public final class RegisteringDeployment extends DeploymentImpl {

  private final Executor beside;

  /** A deployment of the SDK's own state, whose resources are registered by {@code beside}. */
  public RegisteringDeployment(DeploymentState state, Executor beside) {
    super(state);
    this.beside = beside;
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
    CompletableFuture<Void> made = new CompletableFuture<>();
    CompletableFuture<String> known =
        packageRef == null ? CompletableFuture.completedFuture(null) : packageRef;
    super.readOrRegisterResource(
        resource,
        remote,
        newDependency,
        args,
        options,
        lazy,
        made.thenCombineAsync(known, (nothing, reference) -> reference, beside));
    // Not before the SDK waits: it would do the rest in this thread.
    made.complete(null);
  }
}
