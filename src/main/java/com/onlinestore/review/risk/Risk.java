package com.onlinestore.review.risk;

/**
 * One thing a reviewer should know before the change lands.
 *
 * @param what the resource, service or person, as in {@code Deployment store/orders-v1}
 * @param why one sentence: what happens and for which reason
 */
public record Risk(Category category, String what, String why) {

  @Override
  public String toString() {
    return what + ": " + why;
  }
}
