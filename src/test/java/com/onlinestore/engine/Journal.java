package com.onlinestore.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/** What the engine asked the simulated providers to do, in order. */
record Journal(Path file) {

  /**
   * Names of the resources that were created, updated or deleted, in order; none where no provider
   * was asked for anything, as after a run that ended at its first step.
   */
  List<String> names(String verb) throws IOException {
    List<String> lines = Files.exists(file) ? Files.readAllLines(file) : List.of();
    return lines.stream()
        .filter(line -> line.startsWith(verb + " "))
        .map(line -> line.substring(line.lastIndexOf("::") + 2))
        .toList();
  }

  /** Forgets what happened so far. */
  void forget() throws IOException {
    Files.deleteIfExists(file);
  }

  /** Checks that everything of a group was dealt with before anything of the next group. */
  void inOrder(String verb, List<List<String>> groups) throws IOException {
    List<String> names = names(verb);
    for (int group = 1; group < groups.size(); group++) {
      int before = groups.get(group - 1).stream().mapToInt(name -> at(names, name)).max().orElse(0);
      int after = groups.get(group).stream().mapToInt(name -> at(names, name)).min().orElse(0);
      assertThat(before)
          .as("%s %s before %s", verb, groups.get(group - 1), groups.get(group))
          .isLessThan(after);
    }
  }

  private static int at(List<String> names, String name) {
    return IntStream.range(0, names.size())
        .filter(index -> names.get(index).equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError(name + " is not among " + names));
  }
}
