package com.onlinestore.components.kubernetes;

import static com.onlinestore.components.settings.Checks.amount;
import static com.onlinestore.components.settings.Checks.or;
import static com.onlinestore.components.settings.Checks.positive;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.kubernetes.api.model.Quantity;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.Map;
import java.util.TreeMap;

/**
 * Amounts of what a container needs or may use.
 *
 * @param cpu cores, as in {@code 250m}; null for unset
 * @param memory bytes, as in {@code 128Mi}; null for unset
 * @param ephemeralStorage bytes on the node's disk; null for unset
 */
@RecordBuilder
public record Amounts(
    @JsonPropertyDescription("CPU cores, such as 250m or 1.") Quantity cpu,
    @JsonPropertyDescription("Memory, such as 128Mi or 1Gi.") Quantity memory,
    @JsonPropertyDescription("Disk of the node for logs and writable paths, such as 64Mi.")
        Quantity ephemeralStorage) {

  /** Nothing set. */
  public static final Amounts NONE = new Amounts(null, null, null);

  /** Refuses amounts that are not positive quantities. */
  public Amounts {
    positive("cpu", cpu);
    positive("memory", memory);
    positive("ephemeralStorage", ephemeralStorage);
  }

  /** These amounts, with what is unset taken from {@code defaults}. */
  public Amounts orElse(Amounts defaults) {
    return new Amounts(
        or(cpu, defaults.cpu),
        or(memory, defaults.memory),
        or(ephemeralStorage, defaults.ephemeralStorage));
  }

  /** These amounts, each lowered to its limit where that is below it. */
  Amounts atMost(Amounts limits) {
    return new Amounts(
        smaller(cpu, limits.cpu),
        smaller(memory, limits.memory),
        smaller(ephemeralStorage, limits.ephemeralStorage));
  }

  private static Quantity smaller(Quantity request, Quantity limit) {
    boolean over = request != null && limit != null && amount(limit).compareTo(amount(request)) < 0;
    return over ? limit : request;
  }

  /** As Kubernetes writes them; what is unset is left out. */
  public Map<String, Quantity> asMap() {
    Map<String, Quantity> map = new TreeMap<>();
    map.put("cpu", cpu);
    map.put("memory", memory);
    map.put("ephemeral-storage", ephemeralStorage);
    map.values().removeIf(amount -> amount == null);
    return map;
  }

  /** As Helm values write them. */
  public Map<String, Object> asValues() {
    Map<String, Object> values = new TreeMap<>();
    asMap().forEach((resource, amount) -> values.put(resource, amount.toString()));
    return values;
  }
}
