package com.onlinestore.components.observability;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import com.onlinestore.components.settings.Checks;
import com.onlinestore.components.settings.Problem;
import com.onlinestore.components.settings.Problems;
import com.onlinestore.components.settings.Profile;
import io.fabric8.kubernetes.api.model.Quantity;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Where Jaeger keeps traces: one of these, or else memory, which loses them with the pod.
 *
 * <pre>{@code
 * var storage = new TraceStorageSettings(new Quantity("20Gi"), null, null);
 * }</pre>
 *
 * @param volume size of a volume that one pod holds
 * @param opensearch an OpenSearch outside
 * @param elasticsearch an Elasticsearch outside
 */
public record TraceStorageSettings(
    @JsonPropertyDescription(
            "Size of a volume that keeps traces for three days, such as 20Gi. Not in prod: its one"
                + " pod is a gap at every update. Default: none.")
        Quantity volume,
    @JsonPropertyDescription("An OpenSearch that keeps traces. Default: none.")
        SearchSettings opensearch,
    @JsonPropertyDescription("An Elasticsearch that keeps traces. Default: none.")
        SearchSettings elasticsearch) {

  /** Memory. */
  static final TraceStorageSettings MEMORY = new TraceStorageSettings(null, null, null);

  /** Refuses a volume without room. */
  public TraceStorageSettings {
    Checks.positive("volume", volume);
  }

  /** What outlives the pod and lets there be two of it; null for none. */
  SearchSettings search() {
    return opensearch == null ? elasticsearch : opensearch;
  }

  /** Two places for one trace, or a place that {@code profile} must not rely on. */
  List<Problem> problemsIn(Profile profile) {
    long places = Stream.of(volume, opensearch, elasticsearch).filter(Objects::nonNull).count();
    return new Problems()
        .addIf(
            places > 1,
            "",
            "names %d places for traces; keep one of volume, opensearch and elasticsearch.",
            places)
        .addIf(
            profile == Profile.PROD && search() == null,
            "",
            "must name an OpenSearch or Elasticsearch in the profile prod, such as {opensearch:"
                + " {url: https://search.example.com:9200, secret: trace-store}}, or set"
                + " tracing.zipkin: memory and a volume have a single pod.")
        .list();
  }
}
