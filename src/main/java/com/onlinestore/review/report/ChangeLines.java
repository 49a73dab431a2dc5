package com.onlinestore.review.report;

import com.onlinestore.review.difference.Change;
import com.onlinestore.review.difference.PropertyChange;
import com.onlinestore.review.difference.Values;
import java.util.ArrayList;
import java.util.List;

/** What happens to a resource, in lines of plain text. */
final class ChangeLines {

  private static final String INDENT = "    ";

  private ChangeLines() {}

  /** The sign and the name, and what follows for what runs. */
  static String head(Change change) {
    String effect = change.effect().isEmpty() ? "" : "  (" + change.effect() + ")";
    String earlier =
        change.renamed() ? "  (was %s in the program)".formatted(change.before().name()) : "";
    return change.kind().sign() + " " + change.name() + effect + earlier;
  }

  /** Why it is replaced, and each property that differs. */
  static List<String> details(Change change) {
    List<String> lines = new ArrayList<>();
    change.forcedBy().forEach(reason -> lines.add(INDENT + "replaced, because " + reason));
    change.properties().forEach(property -> lines.add(INDENT + line(property)));
    return lines;
  }

  private static String line(PropertyChange property) {
    if (property.before().isMissingNode()) {
      return "%s: + %s".formatted(property.path(), Values.brief(property.after()));
    }
    if (property.after().isMissingNode()) {
      return "%s: - %s".formatted(property.path(), Values.brief(property.before()));
    }
    List<String> sides = Values.differing(property.before(), property.after());
    return "%s: %s → %s".formatted(property.path(), sides.get(0), sides.get(1));
  }
}
