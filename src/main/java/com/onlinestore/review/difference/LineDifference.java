package com.onlinestore.review.difference;

import java.util.ArrayList;
import java.util.List;

/**
 * Two long texts line by line. Each line begins with its sign: {@code -} for one that goes, {@code
 * +} for one that comes, a space for one around them, and {@code @} for how many are left out.
 */
public final class LineDifference {

  private static final int AROUND = 2;
  // A table of this many cells is the most that is worth its memory.
  private static final long LARGEST = 4_000_000;

  private LineDifference() {}

  /** The lines that differ, and a few around them; empty texts have no lines. */
  public static List<String> of(String before, String after) {
    return folded(all(before.lines().toList(), after.lines().toList()));
  }

  private static List<String> all(List<String> before, List<String> after) {
    int start = 0;
    int shorter = Math.min(before.size(), after.size());
    while (start < shorter && before.get(start).equals(after.get(start))) {
      start++;
    }
    int end = 0;
    while (end < shorter - start
        && before.get(before.size() - 1 - end).equals(after.get(after.size() - 1 - end))) {
      end++;
    }
    List<String> lines = new ArrayList<>();
    before.subList(0, start).forEach(line -> lines.add(" " + line));
    middle(
        before.subList(start, before.size() - end),
        after.subList(start, after.size() - end),
        lines);
    before.subList(before.size() - end, before.size()).forEach(line -> lines.add(" " + line));
    return lines;
  }

  private static void middle(List<String> before, List<String> after, List<String> lines) {
    int[][] common =
        (long) before.size() * after.size() > LARGEST ? null : commonLengths(before, after);
    int i = 0;
    int j = 0;
    while (common != null && i < before.size() && j < after.size()) {
      if (before.get(i).equals(after.get(j))) {
        lines.add(" " + before.get(i));
        i++;
        j++;
      } else if (common[i + 1][j] >= common[i][j + 1]) {
        lines.add("-" + before.get(i++));
      } else {
        lines.add("+" + after.get(j++));
      }
    }
    before.subList(i, before.size()).forEach(line -> lines.add("-" + line));
    after.subList(j, after.size()).forEach(line -> lines.add("+" + line));
  }

  /** How many lines the rests have in common, from each pair of places. */
  private static int[][] commonLengths(List<String> before, List<String> after) {
    int[][] common = new int[before.size() + 1][after.size() + 1];
    for (int i = before.size() - 1; i >= 0; i--) {
      for (int j = after.size() - 1; j >= 0; j--) {
        common[i][j] =
            before.get(i).equals(after.get(j))
                ? common[i + 1][j + 1] + 1
                : Math.max(common[i + 1][j], common[i][j + 1]);
      }
    }
    return common;
  }

  private static List<String> folded(List<String> lines) {
    List<String> shown = new ArrayList<>();
    int left = 0;
    for (int i = 0; i < lines.size(); i++) {
      if (isNearChange(lines, i)) {
        fold(left, shown);
        left = 0;
        shown.add(lines.get(i));
      } else {
        left++;
      }
    }
    fold(left, shown);
    return shown;
  }

  private static void fold(int left, List<String> shown) {
    if (left > 0) {
      shown.add("@" + (left == 1 ? "1 line is the same" : left + " lines are the same"));
    }
  }

  private static boolean isNearChange(List<String> lines, int index) {
    return lines
        .subList(Math.max(0, index - AROUND), Math.min(lines.size(), index + AROUND + 1))
        .stream()
        .anyMatch(line -> line.charAt(0) != ' ');
  }
}
