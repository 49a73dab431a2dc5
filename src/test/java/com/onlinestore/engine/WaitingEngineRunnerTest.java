package com.onlinestore.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.pulumi.deployment.internal.Runner;
import com.pulumi.exceptions.RunException;
import io.grpc.Status;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class WaitingEngineRunnerTest {

  private final AtomicReference<Supplier<?>> told = new AtomicReference<>();
  private final WaitingEngineRunner runner = new WaitingEngineRunner(new Sdk());

  @Test
  void aRunEndsWithTheLastOfItsTasks() {
    CompletableFuture<String> first = new CompletableFuture<>();
    CompletableFuture<String> second = new CompletableFuture<>();

    CompletableFuture<Runner.Result<String>> run =
        runner.runAsync(
            () -> {
              runner.registerTask("first", first);
              first.thenRun(() -> runner.registerTask("second", second));
              return "stack";
            });
    first.complete("");
    assertThat(run).isNotDone();
    second.complete("");

    assertThat(run.join().exitCode()).isZero();
    assertThat(told.get().get()).isEqualTo("stack");
  }

  @Test
  void theFirstFailureEndsItAndIsToldByTheSdk() {
    CompletableFuture<String> endless = new CompletableFuture<>();
    CompletableFuture<String> failing = new CompletableFuture<>();

    CompletableFuture<Runner.Result<String>> run =
        runner.runAsync(
            () -> {
              runner.registerTask("endless", endless);
              runner.registerTask("failing", failing);
              return "stack";
            });
    failing.completeExceptionally(new IllegalStateException("no such cluster"));
    run.join();

    assertThatThrownBy(() -> told.get().get())
        .isInstanceOf(CompletionException.class)
        .hasCauseInstanceOf(IllegalStateException.class);
  }

  /** The SDK shows the message of this exception alone, others with a stack trace. */
  @Test
  void whatTheEngineRefusesIsToldByItsReason() {
    CompletableFuture<String> asking = new CompletableFuture<>();

    CompletableFuture<Runner.Result<String>> run =
        runner.runAsync(
            () -> {
              runner.registerTask("asking", asking);
              return "stack";
            });
    asking.completeExceptionally(
        new IllegalStateException(
            "serializing property \"addonVersion\"",
            Status.UNKNOWN.withDescription("no such version").asRuntimeException()));
    run.join();

    assertThatThrownBy(() -> told.get().get())
        .isInstanceOf(RunException.class)
        .hasMessage("no such version");
  }

  @Test
  void aProgramThatThrowsIsAFailure() {
    runner
        .runAsync(
            () -> {
              throw new IllegalStateException("wrong");
            })
        .join();

    assertThatThrownBy(() -> told.get().get()).hasCauseInstanceOf(IllegalStateException.class);
  }

  /** Keeps what it is asked to run. */
  private final class Sdk implements Runner {

    @Override
    public <T> void registerTask(String description, CompletableFuture<T> task) {
      throw new AssertionError("waits for itself");
    }

    @Override
    public <T> CompletableFuture<Result<T>> runAsync(Supplier<T> program) {
      told.set(program);
      return CompletableFuture.completedFuture(new Success<>());
    }
  }

  private static final class Success<T> extends Runner.Result<T> {
    private Success() {
      super(0, List.of(), Optional.empty());
    }
  }
}
