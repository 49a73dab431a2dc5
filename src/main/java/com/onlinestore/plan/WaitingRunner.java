package com.onlinestore.plan;

import com.pulumi.core.internal.ContextAwareCompletableFuture;
import com.pulumi.deployment.internal.Runner;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * Ends when the last of the program's tasks has ended, and keeps what they threw. A program that
 * throws is at its end, too: from inside a resource it leaves outputs that nobody completes.
 *
 * <p>It stands in for the SDK's own runner, which polls all open tasks in a busy loop and so takes
 * half of two cores away from the program.
 */
final class WaitingRunner implements Runner {

  private final AtomicInteger open = new AtomicInteger();
  private final CompletableFuture<Void> idle = new CompletableFuture<>();
  private final Queue<Throwable> failures = new ConcurrentLinkedQueue<>();

  @Override
  public <T> void registerTask(String description, CompletableFuture<T> task) {
    watch(task, false);
  }

  /** Runs the program; the count of open tasks cannot reach zero before it has returned. */
  @Override
  public <T> CompletableFuture<Result<T>> runAsync(Supplier<T> program) {
    CompletableFuture<T> value = ContextAwareCompletableFuture.supplyAsync(program);
    watch(value, true);
    return idle.thenApply(done -> new Finished<>());
  }

  private void watch(CompletableFuture<?> task, boolean program) {
    open.incrementAndGet();
    task.whenComplete(
        (value, failure) -> {
          if (failure != null) {
            failures.add(cause(failure));
          }
          if (open.decrementAndGet() == 0 || program && failure != null) {
            idle.complete(null);
          }
        });
  }

  /** What tasks threw, first come first, without the futures' own wrappers. */
  List<Throwable> failures() {
    return new ArrayList<>(failures);
  }

  private static Throwable cause(Throwable failure) {
    boolean wrapper =
        failure instanceof CompletionException || failure instanceof ExecutionException;
    return wrapper && failure.getCause() != null ? cause(failure.getCause()) : failure;
  }

  /** The SDK wants a result; the failures and the recording say all there is to say. */
  private static final class Finished<T> extends Result<T> {
    Finished() {
      super(ProcessExitedSuccessfully, List.of(), Optional.empty());
    }
  }
}
