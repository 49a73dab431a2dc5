package com.onlinestore.config;

import static com.onlinestore.components.settings.Checks.matching;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import jakarta.validation.constraints.Pattern;

/**
 * Whose a cluster is; everything that a cloud can tag says so.
 *
 * @param owner the team that answers for it
 * @param costCentre who pays
 */
public record Ownership(
    @JsonProperty(required = true)
        @JsonPropertyDescription("The team that answers for the cluster, such as store-team.")
        @Pattern(regexp = Ownership.NAME)
        String owner,
    @JsonProperty(required = true)
        @JsonPropertyDescription("Who pays for the cluster, such as cc-4711.")
        @Pattern(regexp = Ownership.NAME)
        String costCentre) {

  /** What every cloud takes as it is, as a tag and as a label. */
  static final String NAME = "^[a-z0-9]([a-z0-9_-]{0,61}[a-z0-9])?$";

  /** Refuses what a cloud would change. */
  public Ownership {
    matching("owner", owner, NAME);
    matching("costCentre", costCentre, NAME);
  }
}
