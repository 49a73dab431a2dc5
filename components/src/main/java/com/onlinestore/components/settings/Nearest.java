package com.onlinestore.components.settings;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds what somebody probably meant when a name is not known. */
public final class Nearest {

  private Nearest() {}

  /** The candidate fewest edits away, if it is close enough to be a slip: a third of the word. */
  public static Optional<String> nearest(String word, Collection<String> candidates) {
    if (candidates.contains(word)) {
      // Callers ask before they know whether anything is wrong.
      return Optional.of(word);
    }
    return candidates.stream()
        .min(
            Comparator.comparingInt((String each) -> edits(word, each)).thenComparing(each -> each))
        .filter(best -> edits(word, best) <= Math.max(1, word.length() / 3));
  }

  /** {@code Did you mean "payments"?} with its leading space, or nothing where nothing is near. */
  public static String didYouMean(String word, Collection<String> candidates) {
    return nearest(word, candidates).map(best -> " Did you mean \"" + best + "\"?").orElse("");
  }

  /** Levenshtein distance, a swap of neighbours counted as one edit. */
  static int edits(String from, String to) {
    int[][] table = new int[from.length() + 1][to.length() + 1];
    for (int i = 0; i <= from.length(); i++) {
      for (int j = 0; j <= to.length(); j++) {
        table[i][j] = i == 0 || j == 0 ? i + j : step(table, from, to, i, j);
      }
    }
    return table[from.length()][to.length()];
  }

  private static int step(int[][] table, String from, String to, int i, int j) {
    int change = from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1;
    int best =
        Math.min(table[i - 1][j - 1] + change, Math.min(table[i - 1][j], table[i][j - 1]) + 1);
    boolean swapped =
        i > 1
            && j > 1
            && from.charAt(i - 1) == to.charAt(j - 2)
            && from.charAt(i - 2) == to.charAt(j - 1);
    return swapped ? Math.min(best, table[i - 2][j - 2] + 1) : best;
  }
}
