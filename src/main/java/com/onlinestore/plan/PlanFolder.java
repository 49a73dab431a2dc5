package com.onlinestore.plan;

import com.onlinestore.errors.UserError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** A folder that holds nothing yet, or an earlier plan, which the next one replaces. */
final class PlanFolder {

  static final String RESOURCES = "resources.json";
  static final String STACK = "stack.json";
  static final String REVIEW = "review.json";
  static final String PAGE = "index.html";
  static final String MANIFESTS = "manifests";
  static final String VALUES = "values";
  static final String GRAPH = "graph.mmd";

  private final Path root;

  // Asking for a folder that is there costs as much as writing a file, and there are many files.
  private final Map<Path, Path> made = new ConcurrentHashMap<>();

  private PlanFolder(Path root) {
    this.root = root;
  }

  /**
   * Makes the folder ready for a plan; what is not part of a plan stays.
   *
   * @throws UserError when the folder holds something else: nothing of it is deleted
   */
  static PlanFolder prepare(Path root) throws IOException {
    if (Files.exists(root) && !Files.isDirectory(root)) {
      throw new UserError("%s is not a folder.".formatted(root));
    }
    if (Files.isDirectory(root) && !isEmpty(root) && !Files.exists(root.resolve(RESOURCES))) {
      throw new UserError(
          "%s is not empty and holds no earlier plan (there is no %s in it); name another folder."
              .formatted(root, RESOURCES));
    }
    Files.createDirectories(root);
    // First, and again at the end: an interrupted run still leaves a folder known as a plan.
    Files.writeString(root.resolve(RESOURCES), "[]\n");
    for (String part : List.of(STACK, REVIEW, PAGE, MANIFESTS, VALUES, GRAPH)) {
      delete(root.resolve(part));
    }
    return new PlanFolder(root);
  }

  /** Writes a file below the folder, and the folders it needs. */
  void write(String file, String content) {
    Path target = root.resolve(file);
    try {
      made.computeIfAbsent(target.getParent(), PlanFolder::make);
      Files.writeString(target, content);
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }

  private static Path make(Path folder) {
    try {
      return Files.createDirectories(folder);
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }

  private static boolean isEmpty(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.findAny().isEmpty();
    }
  }

  private static void delete(Path part) throws IOException {
    if (Files.notExists(part, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    try (Stream<Path> files = Files.walk(part)) {
      for (Path each : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(each);
      }
    }
  }
}
