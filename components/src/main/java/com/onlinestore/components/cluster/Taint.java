package com.onlinestore.components.cluster;

import static com.onlinestore.components.settings.Checks.matching;
import static com.onlinestore.components.settings.Checks.or;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import jakarta.validation.constraints.Pattern;

/**
 * Keeps pods that do not tolerate it off the nodes of a group.
 *
 * @param key a qualified name, as in {@code example.com/gpu}
 * @param value default true
 * @param effect default NoSchedule
 */
public record Taint(
    @JsonProperty(required = true)
        @JsonPropertyDescription("Key of the taint, such as example.com/gpu.")
        @Pattern(regexp = Taint.KEY)
        String key,
    @JsonPropertyDescription("Value of the taint. Default: true.") @Pattern(regexp = Taint.VALUE)
        String value,
    @JsonPropertyDescription(
            "NoSchedule, PreferNoSchedule or NoExecute, as in Kubernetes. Default: NoSchedule.")
        Effect effect) {

  /** A qualified name of Kubernetes. */
  public static final String KEY =
      "^([a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?/)?[A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?$";

  /** A label's value, and not empty. */
  public static final String VALUE = "^[A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?$";

  /** What happens to a pod that does not tolerate the taint. */
  public enum Effect {
    /** New pods go elsewhere. */
    @JsonProperty("NoSchedule")
    NO_SCHEDULE,
    /** New pods go elsewhere where they can. */
    @JsonProperty("PreferNoSchedule")
    PREFER_NO_SCHEDULE,
    /** Pods that run there leave, too. */
    @JsonProperty("NoExecute")
    NO_EXECUTE
  }

  /** Fills in the defaults. */
  public Taint {
    matching("key", key, KEY);
    value = matching("value", or(value, "true"), VALUE);
    effect = or(effect, Effect.NO_SCHEDULE);
  }
}
