package com.onlinestore.components.gateway;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Whether a route asks for an end user's token. One that is sent must be valid in either case. */
public enum TokenUse {
  /** Anybody may come. */
  @JsonProperty("optional")
  OPTIONAL,
  /** Nobody comes without a valid token. */
  @JsonProperty("required")
  REQUIRED
}
