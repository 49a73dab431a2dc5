package com.onlinestore.components.delivery;

import static com.onlinestore.components.settings.Checks.or;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import com.onlinestore.components.settings.Use;

/**
 * The controller that carries out canaries.
 *
 * @param use whether this stack installs it where a service has a canary; default install
 */
public record RolloutsSettings(
    @JsonPropertyDescription(
            "install: this stack brings Argo Rollouts where a service has a canary. existing: the"
                + " cluster has it, such as from another store's stack. Default: install.")
        Use use) {

  /** Fills in the default. */
  public RolloutsSettings {
    use = or(use, Use.INSTALL);
  }

  /** Our own controller. */
  public static RolloutsSettings defaults() {
    return new RolloutsSettings(null);
  }
}
