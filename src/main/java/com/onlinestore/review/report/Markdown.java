package com.onlinestore.review.report;

import java.util.List;
import java.util.regex.Pattern;

/** Text that means nothing to a renderer of Markdown, whatever it holds. */
final class Markdown {

  private static final Pattern SPECIAL = Pattern.compile("([\\\\`*_{}\\[\\]<>|~!&])");

  /** What would tell people, name issues or be a link though it is escaped. */
  private static final Pattern LINKING = Pattern.compile("(@|#|://|www\\.)");

  /** A space that nobody sees. */
  private static final String APART = "\u200b";

  private static final int SHORTEST_FENCE = 3;

  private Markdown() {}

  /** Plain text on one line. */
  static String text(String text) {
    String escaped = SPECIAL.matcher(text.replace('\n', ' ')).replaceAll("\\\\$1");
    return LINKING
        .matcher(escaped)
        .replaceAll(each -> each.group().charAt(0) + APART + each.group().substring(1));
  }

  /** The characters around a block, so that no line of it ends it. */
  static String fence(List<String> lines) {
    int longest =
        lines.stream()
            .mapToInt(
                line -> {
                  int run = 0;
                  while (run < line.strip().length() && line.strip().charAt(run) == '`') {
                    run++;
                  }
                  return run;
                })
            .max()
            .orElse(0);
    return "`".repeat(Math.max(SHORTEST_FENCE, longest + 1));
  }
}
