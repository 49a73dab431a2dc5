package com.onlinestore.review.report;

import com.onlinestore.plan.YamlText;
import com.onlinestore.review.difference.Change;
import com.onlinestore.review.difference.LineDifference;
import com.onlinestore.review.difference.PropertyChange;
import java.util.List;
import java.util.Locale;

/**
 * What happens to one resource, as a row of the page.
 *
 * @param urn which of the page's resources it is; null for one that goes
 * @param text all of a resource that goes; empty for any other
 */
record PageChange(
    String kind,
    String sign,
    String word,
    String name,
    String urn,
    String formerly,
    String effect,
    List<String> forcedBy,
    List<PageChange.Property> properties,
    String text) {

  private static final int ONE_LINE = 160;

  /**
   * A value that differs.
   *
   * @param before null where it was not there
   * @param after null where it is gone
   * @param lines instead of both where they are long
   */
  record Property(String path, String before, String after, List<String> lines) {

    static Property of(PropertyChange change) {
      String path = change.path().toString();
      String before = PageText.of(change.before());
      String after = PageText.of(change.after());
      if (isLong(before) || isLong(after)) {
        return new Property(path, null, null, LineDifference.of(before, after));
      }
      return new Property(
          path,
          change.before().isMissingNode() ? null : before,
          change.after().isMissingNode() ? null : after,
          List.of());
    }

    private static boolean isLong(String text) {
      return text.indexOf('\n') >= 0 || text.length() > ONE_LINE;
    }
  }

  static PageChange of(Change change) {
    boolean goes = change.kind() == Change.Kind.REMOVE;
    return new PageChange(
        change.kind().name().toLowerCase(Locale.ROOT),
        change.kind().sign(),
        change.kind().word(),
        change.name(),
        goes ? null : change.resource().urn(),
        change.renamed() ? change.before().name() : "",
        change.effect(),
        change.forcedBy(),
        change.properties().stream().map(Property::of).toList(),
        goes ? YamlText.resource(change.before()).stripTrailing() : "");
  }
}
