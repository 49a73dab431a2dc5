package com.onlinestore.components.settings;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How much is at stake: decides replicas of the platform, storage and sampling where unset. */
public enum Profile {
  /** One replica of each platform part, traces in memory, every request traced. */
  @JsonProperty("dev")
  DEV,
  /**
   * Platform parts survive the loss of a node; metrics, alerts and traces are on volumes; few
   * requests are traced. Grafana keeps nothing: its dashboards are code.
   */
  @JsonProperty("prod")
  PROD
}
