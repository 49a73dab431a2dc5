package com.onlinestore.components.observability.objectives;

import static com.onlinestore.components.settings.Checks.optional;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import com.onlinestore.components.observability.alerts.AlertSettings;
import com.onlinestore.components.settings.Problem;
import com.onlinestore.components.settings.Problems;
import com.onlinestore.components.settings.TimeSpan;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Pattern;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * What a service promises over 30 days. Nothing is promised for a month without requests.
 *
 * <pre>{@code
 * var slo = new SloSettings(new BigDecimal("99.9"), null, null);
 * }</pre>
 *
 * @param availability percent of requests that are answered without a fault of the service; null
 *     for no promise
 * @param latency how fast; null for no promise
 * @param runbook what to do when a budget burns; null for the section that all services share
 */
public record SloSettings(
    @JsonPropertyDescription(
            "Percent of requests over 30 days that are answered without a fault of the service, from"
                + " 90 to 99.999, such as 99.9.")
        @DecimalMin(SloSettings.LEAST)
        @DecimalMax(SloSettings.MOST)
        BigDecimal availability,
    @JsonPropertyDescription("How fast, such as {threshold: 300ms, target: 99}.")
        LatencySettings latency,
    @JsonPropertyDescription(
            "Address of what to do when its budget burns. Default: its section in the runbooks of"
                + " observability.alerts.")
        @Pattern(regexp = AlertSettings.ADDRESS)
        String runbook) {

  static final String LEAST = "90";
  static final String MOST = "99.999";

  /** Refuses percentages that leave no budget, or more than anybody would call an objective. */
  public SloSettings {
    percent("availability", availability);
    optional("runbook", runbook, AlertSettings.ADDRESS);
  }

  /** An objective for each promise. */
  public List<Objective> objectives() {
    List<Objective> objectives = new ArrayList<>();
    if (availability != null) {
      objectives.add(new Objective(Objective.AVAILABILITY, availability));
    }
    if (latency != null) {
      objectives.add(new Objective(Objective.LATENCY, latency.target()));
    }
    return objectives;
  }

  /** In words, for people who read a plan. */
  public String inWords() {
    List<String> promises = new ArrayList<>();
    if (availability != null) {
      promises.add(availability.toPlainString() + " % good");
    }
    if (latency != null) {
      promises.add(latency.target().toPlainString() + " % in " + latency.threshold());
    }
    return String.join(", ", promises);
  }

  /** An objective without a promise, or one that is kept whatever happens. */
  public List<Problem> problems(boolean hasRequests, TimeSpan timeout) {
    return new Problems()
        .addIf(
            availability == null && latency == null,
            "",
            "promises nothing: name availability or latency, or remove it.")
        .addIf(
            !hasRequests,
            "",
            "has no effect: the service speaks tcp alone, which has no requests to count; remove"
                + " it.")
        .addIf(
            latency != null && latency.threshold().compareTo(timeout) >= 0,
            "latency.threshold",
            "%s must be less than traffic.timeout (%s): callers wait no longer than that.",
            latency == null ? "" : latency.threshold(),
            timeout)
        .addIf(
            latency != null && latency.threshold().compareTo(LatencyBuckets.LONGEST) > 0,
            "latency.threshold",
            "%s must not be longer than %s.",
            latency == null ? "" : latency.threshold(),
            LatencyBuckets.LONGEST)
        .list();
  }

  static BigDecimal percent(String field, BigDecimal value) {
    if (value != null
        && (value.compareTo(new BigDecimal(LEAST)) < 0
            || value.compareTo(new BigDecimal(MOST)) > 0)) {
      throw new IllegalArgumentException(
          "%s (%s) must be from %s to %s.".formatted(field, value, LEAST, MOST));
    }
    return value;
  }
}
