package com.onlinestore.components.cluster.gcp;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How early GKE brings new releases of Kubernetes. */
public enum ReleaseChannel {
  /** Weeks after they appear; no promise of availability. */
  @JsonProperty("rapid")
  RAPID,
  /** Some months later. */
  @JsonProperty("regular")
  REGULAR,
  /** Some months after that. */
  @JsonProperty("stable")
  STABLE
}
