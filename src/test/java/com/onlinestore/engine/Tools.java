package com.onlinestore.engine;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Programs on the PATH that a test talks to. */
final class Tools {

  private Tools() {}

  /** What a program printed, errors included, and how it ended. */
  record Result(int exitCode, String output) {

    /** The output of a program that must succeed. */
    String orFail() {
      if (exitCode != 0) {
        throw new AssertionError("exit code " + exitCode + ":\n" + output);
      }
      return output;
    }
  }

  /** Skips the test with a message where a program is missing; CI brings all of them. */
  static void require(String... programs) {
    for (String program : programs) {
      assumeTrue(
          find(program).isPresent(),
          program + " is not on the PATH; CONTRIBUTING.md says how to get it.");
    }
  }

  /**
   * Skips the test where no cluster answers that may be used: the toolchain's names itself. Waits
   * for what Kubernetes makes by itself in a cluster that is seconds old: tests compare all objects
   * before and after.
   */
  static void requireCluster() {
    require("kubectl", "pulumi");
    assumeTrue(
        System.getenv("SIMULATOR_CHARTS") != null
            && run(Path.of("."), "kubectl", "get", "--raw", "/readyz").exitCode() == 0,
        "No test cluster; CONTRIBUTING.md says how to start one.");
    Cluster.settled();
  }

  static void sleep(Duration duration) {
    try {
      Thread.sleep(duration.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  static Result run(Path folder, String... command) {
    return run(folder, List.of(command));
  }

  static Result run(Path folder, List<String> command) {
    return run(new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true));
  }

  /** Without what the program says on its error stream. */
  static Result runForOutput(Path folder, List<String> command) {
    return run(
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD));
  }

  private static Result run(ProcessBuilder builder) {
    try {
      Process process = builder.start();
      process.getOutputStream().close();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return new Result(process.waitFor(), output);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** The file of a program; empty where it is not on the PATH. */
  static Optional<Path> find(String program) {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator))
        .map(folder -> Path.of(folder, program))
        .filter(Files::isExecutable)
        .findFirst();
  }
}
