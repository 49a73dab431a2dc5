package com.onlinestore.components;

import com.pulumi.core.internal.ContextAwareCompletableFuture;
import com.pulumi.deployment.internal.Runner;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * Ends when the last of a program's tasks has ended.
 *
 * <p>It stands in for the SDK's own runner, whose busy loop writes out all open tasks in every turn
 * and takes longer than most of the programs that are tested here.
 */
final class OpenTasks implements Runner {

  private final AtomicInteger open = new AtomicInteger();
  private final CompletableFuture<Void> idle = new CompletableFuture<>();
  private final Queue<Throwable> failures = new ConcurrentLinkedQueue<>();

  @Override
  public <T> void registerTask(String description, CompletableFuture<T> task) {
    open.incrementAndGet();
    task.whenComplete(
        (value, failure) -> {
          if (failure != null) {
            failures.add(failure);
          }
          if (open.decrementAndGet() == 0) {
            idle.complete(null);
          }
        });
  }

  /** The program is a task itself, so that nothing ends before it has returned. */
  @Override
  public <T> CompletableFuture<Result<T>> runAsync(Supplier<T> program) {
    CompletableFuture<T> value = ContextAwareCompletableFuture.supplyAsync(program);
    registerTask("program", value);
    return idle.thenApply(done -> new Finished<>());
  }

  /** What tasks threw, the program among them. */
  List<Throwable> failures() {
    return List.copyOf(failures);
  }

  private static final class Finished<T> extends Result<T> {
    Finished() {
      super(ProcessExitedSuccessfully, List.of(), Optional.empty());
    }
  }
}
