package com.onlinestore.review.report;

/** How a base is called where it is shown. */
final class Revision {

  private static final String HASH = "[0-9a-f]{40}";
  private static final int SHORT = 12;

  private Revision() {}

  /** As the person named it; a hash of git is shortened. */
  static String brief(String base) {
    return base.matches(HASH) ? base.substring(0, SHORT) : base;
  }
}
