package com.onlinestore.review.report;

import com.onlinestore.review.difference.Change;
import picocli.CommandLine.Help.Ansi.IStyle;
import picocli.CommandLine.Help.Ansi.Style;

/** Colours of a terminal, or none. */
public enum Colours {
  /** Plain text, for files and pipes. */
  OFF,
  /** Escape sequences, for a terminal. */
  ON;

  String heading(String text) {
    return styled(text, Style.bold);
  }

  String warning(String text) {
    return styled(text, Style.fg_red);
  }

  String of(Change.Kind kind, String text) {
    return switch (kind) {
      case REMOVE, REPLACE -> styled(text, Style.fg_red);
      case UPDATE -> styled(text, Style.fg_yellow);
      case ADD -> styled(text, Style.fg_green);
      case RENAME -> styled(text, Style.fg_cyan);
    };
  }

  private String styled(String text, IStyle style) {
    return this == OFF ? text : style.on() + text + style.off();
  }
}
