package com.onlinestore.components.api;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The names of components' types in the state of stacks, read from the sources. With another one
 * everything in a component is replaced, and no signature tells.
 */
final class TypeTokens {

  private static final Pattern TOKEN = Pattern.compile("\"(online-store:[a-z]+:[A-Za-z]+)\"");

  private TypeTokens() {}

  /** One line for every token. */
  static List<String> lines() throws IOException {
    TreeSet<String> tokens = new TreeSet<>();
    try (Stream<Path> sources = Files.walk(Comments.SOURCES)) {
      for (Path source : sources.filter(Files::isRegularFile).toList()) {
        TOKEN
            .matcher(Files.readString(source))
            .results()
            .map(found -> "type token: " + found.group(1))
            .forEach(tokens::add);
      }
    }
    return List.copyOf(tokens);
  }
}
