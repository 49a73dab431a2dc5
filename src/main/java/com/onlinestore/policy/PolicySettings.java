package com.onlinestore.policy;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import com.onlinestore.components.settings.Checks;
import java.util.List;

/**
 * What a stack file says of policies.
 *
 * @param waivers exceptions from rules; default none
 */
public record PolicySettings(
    @JsonPropertyDescription(
            "Exceptions from rules, each with reason, owner and end. Default: none.")
        List<Waiver> waivers) {

  /** Copies the list. */
  public PolicySettings {
    waivers = Checks.copy(waivers);
  }

  /** No exceptions. */
  public static PolicySettings defaults() {
    return new PolicySettings(List.of());
  }
}
