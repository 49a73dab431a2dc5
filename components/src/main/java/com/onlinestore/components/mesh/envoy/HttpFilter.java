package com.onlinestore.components.mesh.envoy;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * A filter that a proxy's requests pass.
 *
 * @param name any, but its own; which filter it is says the type of its configuration
 */
public record HttpFilter(String name, @JsonProperty("typed_config") Config config) {

  /** The configuration of a filter, written as Envoy's API is in JSON. */
  public sealed interface Config permits LocalRateLimit, RequestBuffer, SharedRateLimit {

    /** The name of the message in Envoy's API. */
    @JsonProperty("@type")
    String type();
  }
}
