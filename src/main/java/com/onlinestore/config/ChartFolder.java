package com.onlinestore.config;

import com.onlinestore.components.helm.Chart;
import com.onlinestore.components.helm.Mirrors;
import com.onlinestore.components.settings.Problem;
import com.onlinestore.components.settings.Problems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A chart mirror that is a folder: told before the update what it lacks, not in the middle. */
final class ChartFolder {

  private ChartFolder() {}

  /**
   * What the folder of {@code mirrors} lacks.
   *
   * @param istio versions of istiod that are needed beside the pinned one
   */
  static List<Problem> problems(Mirrors mirrors, Set<String> istio, String key) {
    return mirrors.problems().isEmpty()
        ? mirrors
            .chartFolder()
            .map(folder -> problems(Path.of(folder), istio, key))
            .orElse(List.of())
        : List.of();
  }

  private static List<Problem> problems(Path folder, Set<String> istio, String key) {
    if (!Files.isDirectory(folder)) {
      return List.of(new Problem(key, "\"%s\" is not a folder.".formatted(folder)));
    }
    String missing =
        Stream.concat(
                Stream.of(Chart.values()).map(Chart::fileName),
                istio.stream().map(Chart.ISTIOD::fileName))
            .distinct()
            .filter(file -> !Files.isRegularFile(folder.resolve(file)))
            .collect(Collectors.joining(", "));
    return new Problems()
        .addIf(!missing.isEmpty(), key, "\"%s\" has no %s.", folder, missing)
        .list();
  }
}
