package com.onlinestore.components.service;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Which pods of a service a caller prefers. */
public enum Locality {
  /**
   * Those of its own zone, then of its region, then any: cheap and fast, and when those of the zone
   * fail, others take over. The trap: a zone with many callers and few pods is loaded more than the
   * others.
   */
  @JsonProperty("failover")
  FAILOVER,
  /** All alike. */
  @JsonProperty("spread")
  SPREAD
}
