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
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Ends when the last of the program's tasks has ended or the program itself throws, and keeps what
 * was thrown.
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
    open.incrementAndGet();
    task.whenComplete(
        (value, failure) -> {
          if (failure != null) {
            failures.add(cause(failure));
          }
          if (open.decrementAndGet() == 0) {
            idle.complete(null);
          }
        });
  }

  /** Runs the program; the count of open tasks cannot reach zero before it has returned. */
  @Override
  public <T> CompletableFuture<Result<T>> runAsync(Supplier<T> program) {
    CompletableFuture<T> value = ContextAwareCompletableFuture.supplyAsync(program);
    registerTask("program", value);
    return idle.thenApply(done -> new Finished<>());
  }

  /**
   * The program, whose exception ends the run at once: thrown inside a resource it leaves outputs
   * that nobody ever completes.
   */
  <T> Consumer<T> ending(Consumer<T> program) {
    return context -> {
      try {
        program.accept(context);
      } catch (RuntimeException | Error thrown) {
        failures.add(cause(thrown));
        idle.complete(null);
        throw thrown;
      }
    };
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
