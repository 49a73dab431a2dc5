package com.onlinestore.components.observability;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import com.onlinestore.components.mesh.TracingCollector;
import com.onlinestore.components.settings.Checks;
import com.onlinestore.components.settings.Profile;
import io.fabric8.kubernetes.api.model.Quantity;
import io.soabase.recordbuilder.core.RecordBuilder;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;

/**
 * Traces of requests through the store.
 *
 * @param sampling percent of requests that are traced; default 100 in dev, 5 in prod
 * @param collector where spans go when observability is existing; null for no tracing
 * @param storage volume for traces; default none (memory) in dev, 20Gi in prod
 */
@RecordBuilder
public record TracingSettings(
    @JsonPropertyDescription(
            "Percent of requests that are traced, 0 to 100. Default: 100 in dev, 5 in prod.")
        @DecimalMin("0")
        @DecimalMax("100")
        Double sampling,
    @JsonPropertyDescription("Where spans go when observability.use is existing. Default: nowhere.")
        TracingCollector collector,
    @JsonPropertyDescription(
            "Size of the volume that keeps traces, such as 20Gi. Default: in memory in dev, 20Gi in"
                + " prod.")
        Quantity storage) {

  private static final Quantity PROD_STORAGE = new Quantity("20Gi");

  /** Refuses a share outside 0 to 100. */
  public TracingSettings {
    if (sampling != null && !(sampling >= 0 && sampling <= 100)) {
      throw new IllegalArgumentException(
          "sampling (%s) must be from 0 to 100.".formatted(sampling));
    }
    Checks.positive("storage", storage);
  }

  /** All defaults. */
  public static TracingSettings defaults() {
    return new TracingSettings(null, null, null);
  }

  /** Percent of requests to trace. */
  public double samplingIn(Profile profile) {
    if (sampling != null) {
      return sampling;
    }
    return profile == Profile.PROD ? 5 : 100;
  }

  /** The volume's size, or null for memory, which loses every trace with the pod. */
  Quantity storageIn(Profile profile) {
    return storage == null && profile == Profile.PROD ? PROD_STORAGE : storage;
  }
}
