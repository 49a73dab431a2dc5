package com.onlinestore.components.mesh;

import static com.onlinestore.components.settings.Checks.matching;
import static com.onlinestore.components.settings.Checks.or;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import com.onlinestore.components.helm.Chart;
import jakarta.validation.constraints.Pattern;

/**
 * One of several control planes side by side.
 *
 * <pre>{@code
 * var revision = new RevisionSettings(null);
 * }</pre>
 *
 * @param version of istiod and of the proxies it injects; default the pinned one
 */
public record RevisionSettings(
    @JsonPropertyDescription(
            "Version of istiod and of the proxies it injects, such as 1.30.3: of the pinned minor"
                + " version or the one before. Default: the pinned version.")
        @Pattern(regexp = RevisionSettings.VERSION)
        String version) {

  /** A version of Istio. */
  public static final String VERSION = "^1\\.[0-9]{2}\\.[0-9]{1,2}$";

  /** Fills in the default; refuses what is no version. */
  public RevisionSettings {
    version = matching("version", or(version, Chart.ISTIOD.version()), VERSION);
  }

  /** The pinned version. */
  static RevisionSettings defaults() {
    return new RevisionSettings(null);
  }
}
