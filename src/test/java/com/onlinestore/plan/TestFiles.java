package com.onlinestore.plan;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Files of a test, without checked exceptions. */
final class TestFiles {

  private TestFiles() {}

  static Path write(Path file, String content) {
    try {
      return Files.writeString(file, content);
    } catch (IOException failure) {
      throw new AssertionError(failure);
    }
  }

  /** Content of all files below a folder, by path with slashes. */
  static Map<String, String> read(Path folder) {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path file : paths.filter(Files::isRegularFile).toList()) {
        files.put(folder.relativize(file).toString().replace('\\', '/'), Files.readString(file));
      }
    } catch (IOException failure) {
      throw new AssertionError(failure);
    }
    return files;
  }
}
