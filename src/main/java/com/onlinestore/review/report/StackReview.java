package com.onlinestore.review.report;

import java.util.Optional;

/**
 * What is said of one stack in a comment.
 *
 * @param review empty where there is no plan of it
 * @param problem why something is missing, for people; empty where nothing is
 */
public record StackReview(String stack, Optional<Review> review, String problem) {

  /** Of a stack that was planned, and compared where the review has a change. */
  public static StackReview of(Review review) {
    return new StackReview(review.plan().stack(), Optional.of(review), "");
  }
}
