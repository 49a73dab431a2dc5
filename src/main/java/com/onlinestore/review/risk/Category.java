package com.onlinestore.review.risk;

/** What is at stake, the worst first. */
public enum Category {
  /** Something is deleted that cannot be made again. */
  DATA_LOSS("Data loss"),
  /** More can be reached, or more is allowed. */
  EXPOSURE("Exposure"),
  /** A protection is weaker. */
  SECURITY("Security"),
  /** Customers may notice. */
  AVAILABILITY("Availability"),
  /** More or less is asked for. */
  CAPACITY("Capacity"),
  /** The bill changes. */
  COST("Cost");

  private final String title;

  Category(String title) {
    this.title = title;
  }

  /** As in {@code Data loss}. */
  public String title() {
    return title;
  }
}
