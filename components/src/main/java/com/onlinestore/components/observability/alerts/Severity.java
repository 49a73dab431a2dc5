package com.onlinestore.components.observability.alerts;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** How soon somebody must look. */
public enum Severity {
  /** Now: customers notice. */
  @JsonProperty("critical")
  CRITICAL,
  /** In working hours. */
  @JsonProperty("warning")
  WARNING,
  /** Never alone; it explains others. */
  @JsonProperty("info")
  INFO;

  /** The value of the label {@code severity}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
