package com.onlinestore.components.observability;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import com.onlinestore.components.settings.Checks;
import com.onlinestore.components.settings.Profile;
import com.onlinestore.components.settings.TimeSpan;
import io.fabric8.kubernetes.api.model.Quantity;

/**
 * Metrics storage.
 *
 * @param retention how long samples are kept; default 1 day in dev, 31 days in prod, because
 *     objectives look back 30
 * @param storage size of each replica's volume; default none in dev, 50Gi in prod
 */
public record PrometheusSettings(
    @JsonPropertyDescription(
            "How long metrics are kept, such as 15d. Objectives look back 30d. Default: 1d in dev,"
                + " 31d in prod.")
        TimeSpan retention,
    @JsonPropertyDescription(
            "Size of Prometheus' volume, such as 50Gi. Default: none in dev (metrics are lost with"
                + " the pod), 50Gi in prod.")
        Quantity storage) {

  private static final Quantity PROD_STORAGE = new Quantity("50Gi");

  /** Refuses an empty volume. */
  public PrometheusSettings {
    Checks.positive("storage", storage);
  }

  /** All defaults. */
  public static PrometheusSettings defaults() {
    return new PrometheusSettings(null, null);
  }

  TimeSpan retentionIn(Profile profile) {
    return Checks.or(retention, TimeSpan.of(profile == Profile.PROD ? "31d" : "1d"));
  }

  /** The volume's size, or null for none. */
  Quantity storageIn(Profile profile) {
    return storage == null && profile == Profile.PROD ? PROD_STORAGE : storage;
  }
}
