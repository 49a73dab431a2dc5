package com.onlinestore.config;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import com.onlinestore.components.cluster.ExistingClusterSettings;
import com.onlinestore.components.settings.Checks;

/**
 * Which cluster the store is put on.
 *
 * @param existing one that is already there; default what kubectl would use
 */
public record ClusterSettings(
    @JsonPropertyDescription(
            "A cluster that is already there: kind, minikube or somebody else's. Default: what"
                + " kubectl would use.")
        ExistingClusterSettings existing) {

  /** Fills in the default. */
  public ClusterSettings {
    existing = Checks.or(existing, ExistingClusterSettings.defaults());
  }

  /** What kubectl would use. */
  public static ClusterSettings defaults() {
    return new ClusterSettings(null);
  }
}
