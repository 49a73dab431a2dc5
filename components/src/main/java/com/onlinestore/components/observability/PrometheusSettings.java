package com.onlinestore.components.observability;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import com.onlinestore.components.settings.Checks;
import com.onlinestore.components.settings.Profile;
import com.onlinestore.components.settings.TimeSpan;
import io.fabric8.kubernetes.api.model.Quantity;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/**
 * Metrics storage.
 *
 * <pre>{@code
 * var prometheus = new PrometheusSettings(TimeSpan.of("31d"), new Quantity("100Gi"), null);
 * }</pre>
 *
 * @param retention how long samples are kept; default 1 day in dev, 31 days in prod, because
 *     objectives look back 30
 * @param storage size of each replica's volume; default none in dev, in prod as much as the series
 *     need. The trap: a volume that is there does not grow with it
 * @param series how many there are at most; default 50000 in dev, 250000 in prod
 */
public record PrometheusSettings(
    @JsonPropertyDescription(
            "How long metrics are kept, such as 15d. Objectives look back 30d. Default: 1d in dev,"
                + " 31d in prod.")
        TimeSpan retention,
    @JsonPropertyDescription(
            "Size of Prometheus' volume, such as 50Gi. Default: none in dev (metrics are lost with"
                + " the pod), in prod what the series need, 50Gi for the default ones.")
        Quantity storage,
    @JsonPropertyDescription(
            "Series at most (prometheus_tsdb_head_series), from which memory and storage follow."
                + " Default: 50000 in dev, 250000 in prod.")
        @Min(PrometheusSettings.LEAST)
        @Max(PrometheusSettings.MOST)
        Integer series) {

  static final int LEAST = 10_000;
  static final int MOST = 10_000_000;

  /** Refuses an empty volume, and numbers of series that one Prometheus never has. */
  public PrometheusSettings {
    if (series != null) {
      Checks.within("series", series, LEAST, MOST);
    }
    Checks.positive("storage", storage);
  }

  /** All defaults. */
  public static PrometheusSettings defaults() {
    return new PrometheusSettings(null, null, null);
  }

  TimeSpan retentionIn(Profile profile) {
    return Checks.or(retention, TimeSpan.of(profile == Profile.PROD ? "31d" : "1d"));
  }

  /** The volume's size, or null for none. */
  Quantity storageIn(Profile profile) {
    return storage == null && profile == Profile.PROD
        ? sizeIn(profile).storage(retentionIn(profile))
        : storage;
  }

  PrometheusSize sizeIn(Profile profile) {
    return new PrometheusSize(Checks.or(series, profile == Profile.PROD ? 250_000 : 50_000));
  }
}
