package com.onlinestore.components.observability.alerts;

import java.util.Locale;

/**
 * Where it is written what to do about an alert.
 *
 * @param base address of a folder with a page for each alert, or of one page, ended by #, with a
 *     section for each
 */
public record Runbook(String base) {

  /** What comes with this program; a path in its repository, whose address nobody knows here. */
  public static final Runbook OURS = new Runbook("docs/runbooks.md#");

  /** The address of the page or the section of {@code alert}. */
  public String of(String alert) {
    return base.endsWith("#")
        ? base + alert.toLowerCase(Locale.ROOT)
        : base.replaceFirst("/$", "") + "/" + alert;
  }
}
