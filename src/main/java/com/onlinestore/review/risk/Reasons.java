package com.onlinestore.review.risk;

/** Why something is replaced or changed, without what tells it from others of the same cause. */
final class Reasons {

  private static final String COMES_FROM = " comes from ";

  private Reasons() {}

  /** {@code subnetId comes from Subnet a, which is replaced}, without the input. */
  static String shared(String reason) {
    int at = reason.indexOf(COMES_FROM);
    return at < 0 ? reason : "depends on " + reason.substring(at + COMES_FROM.length());
  }
}
