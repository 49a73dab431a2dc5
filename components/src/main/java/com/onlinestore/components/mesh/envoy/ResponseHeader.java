package com.onlinestore.components.mesh.envoy;

import com.fasterxml.jackson.annotation.JsonProperty;

/** A header of an answer that the proxy gives itself; it replaces one of the same name. */
record ResponseHeader(@JsonProperty("append_action") String appendAction, Header header) {

  /** Name and value. */
  public record Header(String key, String value) {}

  /** When the client may come again. */
  static ResponseHeader retryAfter(long seconds) {
    return new ResponseHeader(
        "OVERWRITE_IF_EXISTS_OR_ADD", new Header("retry-after", String.valueOf(seconds)));
  }
}
