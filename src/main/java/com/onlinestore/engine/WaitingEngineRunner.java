package com.onlinestore.engine;

import com.pulumi.core.internal.ContextAwareCompletableFuture;
import com.pulumi.deployment.internal.Runner;
import com.pulumi.exceptions.RunException;
import io.grpc.Status;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * Waits until the last of a program's tasks has ended, or the first has failed. It is told by the
 * tasks themselves, where the SDK's own runner asks all of them again and again, and so keeps one
 * core busy while a cluster takes ten minutes.
 */
final class WaitingEngineRunner implements Runner {

  private final Runner sdk;
  private final AtomicInteger open = new AtomicInteger();
  private final CompletableFuture<Void> ended = new CompletableFuture<>();

  /**
   * A runner for one program.
   *
   * @param sdk tells the engine about a failure, and knows the exit codes
   */
  WaitingEngineRunner(Runner sdk) {
    this.sdk = sdk;
  }

  @Override
  public <T> void registerTask(String description, CompletableFuture<T> task) {
    open.incrementAndGet();
    task.whenComplete(
        (value, failure) -> {
          if (failure != null) {
            ended.completeExceptionally(failure);
          } else if (open.decrementAndGet() == 0) {
            ended.complete(null);
          }
        });
  }

  /** Runs the program; the count of open tasks cannot reach zero before it has returned. */
  @Override
  public <T> CompletableFuture<Result<T>> runAsync(Supplier<T> program) {
    CompletableFuture<T> value = ContextAwareCompletableFuture.supplyAsync(program);
    registerTask("program", value);
    return ended
        .handle((nothing, failure) -> sdk.runAsync(() -> outcome(value, failure)))
        .thenCompose(result -> result);
  }

  private static <T> T outcome(CompletableFuture<T> value, Throwable failure) {
    if (failure == null) {
      return value.join();
    }
    String refusal = Status.fromThrowable(failure).getDescription();
    if (refusal != null) {
      // Of the engine or a provider; where it reached the SDK is of no use to a person.
      throw new RunException(refusal);
    }
    throw failure instanceof CompletionException wrapped
        ? wrapped
        : new CompletionException(failure);
  }
}
