package com.onlinestore;

import static org.assertj.core.api.Assertions.assertThat;

import com.onlinestore.plan.PlanFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ExamplesTest {

  static List<String> examples() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("../examples"))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(file -> file.endsWith(".yaml"))
          .map(file -> file.replace(".yaml", ""))
          .sorted()
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("examples")
  void anExampleIsAStackFileThatPlansTheSameBytesEveryTime(String example) {
    assertThat(PlanFiles.files(PlannedStack.example(example)))
        .isNotEmpty()
        .isEqualTo(PlanFiles.files(PlannedStack.example(example)));
  }
}
