package com.onlinestore.components.observability.dashboard;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;

/**
 * One picture of a dashboard.
 *
 * @param about what it shows and what is good, behind its info sign; for a note its text
 * @param width of 24 columns
 * @param links from each of its points
 * @param thresholds from where on a value is coloured
 * @param columns of a table, in their order
 */
@RecordBuilder
public record Panel(
    Kind kind,
    String title,
    String about,
    int width,
    Unit unit,
    List<Query> queries,
    List<Link> links,
    List<Threshold> thresholds,
    List<Column> columns)
    implements PanelBuilder.With {

  /** How values are drawn. */
  public enum Kind {
    /** Lines over time. */
    GRAPH("timeseries", 8),
    /** Areas over time that add up. */
    STACK("timeseries", 8),
    /** The last value, large. */
    FIGURE("stat", 4),
    /** The last values as bars. */
    BARS("bargauge", 8),
    /** Rows and columns. */
    TABLE("table", 8),
    /** Text. */
    NOTE("text", 8);

    private final String type;
    private final int height;

    Kind(String type, int height) {
      this.type = type;
      this.height = height;
    }

    String type() {
      return type;
    }

    int height() {
      return height;
    }
  }

  /** Copies the lists. */
  public Panel {
    queries = List.copyOf(queries);
    links = List.copyOf(links);
    thresholds = List.copyOf(thresholds);
    columns = List.copyOf(columns);
  }

  /** Lines over time, three to a row. */
  public static Panel graph(String title, Unit unit, Query... queries) {
    return of(Kind.GRAPH, title, 8, unit, List.of(queries));
  }

  /** Areas over time that add up, three to a row. */
  public static Panel stack(String title, Unit unit, Query... queries) {
    return of(Kind.STACK, title, 8, unit, List.of(queries));
  }

  /** A single figure, six to a row. */
  public static Panel figure(String title, Unit unit, String expression) {
    return of(Kind.FIGURE, title, 4, unit, List.of(Query.now(expression, "")));
  }

  /** Bars, two to a row. */
  public static Panel bars(String title, Unit unit, Query... queries) {
    return of(Kind.BARS, title, 12, unit, List.of(queries));
  }

  /** A table of the labels and answers of some queries, joined where labels are the same. */
  public static Panel table(String title, List<Column> columns, Query... queries) {
    return of(Kind.TABLE, title, 12, Unit.NUMBER, List.of(queries)).withColumns(columns);
  }

  /** Markdown. */
  public static Panel note(String title, String text) {
    return of(Kind.NOTE, title, 12, Unit.NUMBER, List.of()).withAbout(text);
  }

  private static Panel of(Kind kind, String title, int width, Unit unit, List<Query> queries) {
    return new Panel(kind, title, "", width, unit, queries, List.of(), List.of(), List.of());
  }
}
