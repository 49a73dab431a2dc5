package com.onlinestore.review.base;

import com.onlinestore.errors.UserError;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/**
 * A program of the machine, run to its end.
 *
 * @param exitCode 0 where it did what it was asked
 * @param output what it said, errors included, without blanks around it
 */
record Tool(int exitCode, String output) {

  private static final int SHOWN = 20;

  /** Runs a command in a folder; fails with a {@link UserError} where there is no such program. */
  static Tool run(Path folder, List<String> command) {
    try {
      Process process =
          new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
      process.getOutputStream().close();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return new Tool(process.waitFor(), output.strip());
    } catch (IOException missing) {
      throw new UserError("%s is needed, and cannot be run.".formatted(command.get(0)));
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new UserError("Interrupted.");
    }
  }

  boolean succeeded() {
    return exitCode == 0;
  }

  /** The last of what it said. */
  String lastLines() {
    List<String> lines = output.lines().toList();
    return String.join("\n", lines.subList(Math.max(0, lines.size() - SHOWN), lines.size()));
  }
}
