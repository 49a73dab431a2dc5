package com.onlinestore.components.service;

import static com.onlinestore.components.settings.Checks.or;
import static com.onlinestore.components.settings.Checks.within;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import com.onlinestore.components.settings.Problem;
import com.onlinestore.components.settings.Problems;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;

/**
 * How many pods run, by load.
 *
 * <pre>{@code
 * var autoscaling = new AutoscalingSettings(3, 12, 60, null);
 * }</pre>
 *
 * @param min pods at no load; default 2, so that one may fail
 * @param max pods at any load; default 6
 * @param cpu percent of the CPU request to aim at; default 70
 * @param memory percent of the memory request to aim at; default none. The trap: a JVM never gives
 *     memory back, so with a memory target its service never scales down
 */
public record AutoscalingSettings(
    @JsonPropertyDescription("Pods at no load. Default: 2.") @Min(1) @Max(1000) Integer min,
    @JsonPropertyDescription("Pods at any load. Default: 6, or min where that is more.")
        @Min(1)
        @Max(1000)
        Integer max,
    @JsonPropertyDescription("Percent of the CPU request to aim at. Default: 70.") @Min(1) @Max(500)
        Integer cpu,
    @JsonPropertyDescription(
            "Percent of the memory request to aim at. Default: none, because a JVM never gives"
                + " memory back.")
        @Min(1)
        @Max(500)
        Integer memory) {

  /** Fills in the defaults; refuses numbers out of range. */
  public AutoscalingSettings {
    min = within("min", or(min, 2), 1, 1000);
    max = within("max", or(max, Math.max(min, 6)), 1, 1000);
    cpu = within("cpu", or(cpu, 70), 1, 500);
    if (memory != null) {
      within("memory", memory, 1, 500);
    }
  }

  /** Two to six pods at 70 percent CPU. */
  public static AutoscalingSettings defaults() {
    return new AutoscalingSettings(null, null, null, null);
  }

  /** A range upside down. */
  public List<Problem> problems() {
    return new Problems()
        .addIf(min > max, "", "min (%d) must not be greater than max (%d).", min, max)
        .list();
  }
}
