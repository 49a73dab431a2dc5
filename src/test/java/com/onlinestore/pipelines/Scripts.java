package com.onlinestore.pipelines;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Runs what stands in the folder ci as a pipeline does, without a pipeline's own variables. */
final class Scripts {

  /** The root of the project; tests run in the module src. */
  static final Path PROJECT = Path.of("..").toAbsolutePath().normalize();

  private Scripts() {}

  /** What a script printed, errors included, and how it ended. */
  record Result(int exitCode, String output) {}

  /** Skips the test with a message where a program of the scripts is missing. */
  static void requirePrograms(String... programs) {
    for (String program : programs) {
      assumeTrue(onPath(program), program + " is not on the PATH; the scripts in ci need it.");
    }
  }

  static Result run(Map<String, String> environment, String script, String... arguments)
      throws IOException, InterruptedException {
    return run(PROJECT, environment, script, arguments);
  }

  /** A script of a project that stands elsewhere. */
  static Result run(
      Path project, Map<String, String> environment, String script, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(project.resolve("ci").resolve(script).toString());
    command.addAll(List.of(arguments));
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(project.toFile()).redirectErrorStream(true);
    builder
        .environment()
        .keySet()
        .removeIf(name -> name.matches("(GITHUB|CI|FORGE|GIT|AWS|GCP|GOOGLE)_.*|(?i).*_proxy"));
    builder.environment().putAll(environment);
    Process process = builder.start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Result(process.waitFor(), output);
  }

  /** Puts a program before all others on the PATH. */
  static Map<String, String> withProgram(Path folder, String name, String text) throws IOException {
    Path program = Files.writeString(folder.resolve(name), "#!/usr/bin/env bash\n" + text);
    if (!program.toFile().setExecutable(true)) {
      throw new IOException(program + " cannot be made executable");
    }
    return Map.of("PATH", folder + File.pathSeparator + System.getenv("PATH"));
  }

  private static boolean onPath(String program) {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }
}
