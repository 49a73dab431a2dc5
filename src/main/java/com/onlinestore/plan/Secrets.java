package com.onlinestore.plan;

import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * The secret texts of one run, to keep them out of everything a person sees.
 *
 * <p>Two kinds: secret settings can turn up in any value, because a program may read them as plain
 * text; what the program itself marked as secret is masked where it is marked, and may otherwise
 * turn up in messages alone.
 */
final class Secrets {

  // The engine's own rule: masking shorter texts would tear ordinary words apart.
  private static final int SHORTEST = 3;

  private final Set<String> settings;
  private final Set<String> marked = ConcurrentHashMap.newKeySet();

  Secrets(Stream<String> settings) {
    this.settings = Set.copyOf(settings.filter(Secrets::isLongEnough).toList());
  }

  /** Remembers a text the program marked as secret. */
  void add(String text) {
    if (isLongEnough(text)) {
      marked.add(text);
    }
  }

  /** A value of the plan without the text of secret settings. */
  String maskValue(String value) {
    return mask(value, settings);
  }

  /** A message without any secret text. */
  String maskMessage(String message) {
    return mask(mask(message, settings), marked);
  }

  /** Whether a message of the failure or of its causes would show a secret. */
  boolean showIn(Throwable failure) {
    return Stream.iterate(failure, each -> each != null, Throwable::getCause)
        .map(String::valueOf)
        .anyMatch(text -> !maskMessage(text).equals(text));
  }

  private static boolean isLongEnough(String text) {
    return text.length() >= SHORTEST;
  }

  private static String mask(String text, Collection<String> secrets) {
    String masked = text;
    for (String secret : secrets.stream().sorted(Secrets::longestFirst).toList()) {
      masked = masked.replace(secret, PlannedResource.SECRET);
    }
    return masked;
  }

  private static int longestFirst(String left, String right) {
    return Integer.compare(right.length(), left.length());
  }
}
