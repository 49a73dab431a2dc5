package com.onlinestore.components.service;

import com.fasterxml.jackson.annotation.JsonProperty;

/** When a node asks the registry for an image; always would break images loaded into kind. */
public enum PullPolicy {
  /** Only when the node does not have it. */
  @JsonProperty("IfNotPresent")
  IF_NOT_PRESENT("IfNotPresent"),
  /** On every start. */
  @JsonProperty("Always")
  ALWAYS("Always"),
  /** Never: the image is on the node. */
  @JsonProperty("Never")
  NEVER("Never");

  private final String value;

  PullPolicy(String value) {
    this.value = value;
  }

  /** As Kubernetes writes it. */
  public String value() {
    return value;
  }
}
