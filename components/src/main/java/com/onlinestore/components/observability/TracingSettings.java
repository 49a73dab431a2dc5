package com.onlinestore.components.observability;

import static com.onlinestore.components.settings.Checks.optional;
import static com.onlinestore.components.settings.Checks.or;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import com.onlinestore.components.mesh.TracingCollector;
import com.onlinestore.components.settings.Problem;
import com.onlinestore.components.settings.Problems;
import com.onlinestore.components.settings.Profile;
import com.onlinestore.components.settings.TimeSpan;
import com.onlinestore.components.settings.Use;
import io.soabase.recordbuilder.core.RecordBuilder;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Pattern;
import java.util.List;

/**
 * Traces of requests through the store. Proxies trace a share of all requests before anybody knows
 * how they end; the collector then keeps those that failed or were slow, and a share of the rest.
 *
 * <pre>{@code
 * var tracing = TracingSettingsBuilder.builder().keep(1.0).slow(TimeSpan.of("500ms")).build();
 * }</pre>
 *
 * @param sampling percent of requests that proxies trace; what they leave out nobody can keep
 * @param keep percent of the ordinary traces that are kept; default 100 in dev, 5 in prod
 * @param slow a trace at least this long is kept; default 1s
 * @param storage where Jaeger keeps traces; default memory
 * @param zipkin where traces go instead of Jaeger; null for Jaeger
 * @param collector where spans go when observability is existing; null for no tracing
 */
@RecordBuilder
public record TracingSettings(
    @JsonPropertyDescription(
            "Percent of requests that proxies trace, 0 to 100; of the others no error is kept."
                + " Default: 100, but 5 in prod where the collector is not ours.")
        @DecimalMin("0")
        @DecimalMax("100")
        Double sampling,
    @JsonPropertyDescription(
            "Percent of the traces without error and not slow that are kept, 0 to 100. Default: 100"
                + " in dev, 5 in prod.")
        @DecimalMin("0")
        @DecimalMax("100")
        Double keep,
    @JsonPropertyDescription("Traces that took at least this long are kept. Default: 1s.")
        TimeSpan slow,
    @JsonPropertyDescription(
            "Where Jaeger keeps traces; required in prod. Default: in memory, lost with the pod.")
        TraceStorageSettings storage,
    @JsonPropertyDescription(
            "Send traces to this Zipkin instead of a Jaeger, such as"
                + " http://zipkin.example.com:9411. Default: this stack brings Jaeger.")
        @Pattern(regexp = ObservabilitySettings.URL)
        String zipkin,
    @JsonPropertyDescription("Where spans go when observability.use is existing. Default: nowhere.")
        TracingCollector collector) {

  private static final TimeSpan SLOW = TimeSpan.of("1s");

  /** Fills in what no profile changes; refuses a share outside 0 to 100. */
  public TracingSettings {
    share("sampling", sampling);
    share("keep", keep);
    storage = or(storage, TraceStorageSettings.MEMORY);
    optional("zipkin", zipkin, ObservabilitySettings.URL);
  }

  /** All defaults. */
  public static TracingSettings defaults() {
    return TracingSettingsBuilder.builder().build();
  }

  /** Percent of requests that proxies trace. */
  public double samplingIn(Profile profile) {
    return or(sampling, collector != null && profile == Profile.PROD ? 5.0 : 100.0);
  }

  double keepIn(Profile profile) {
    return or(keep, profile == Profile.PROD ? 5.0 : 100.0);
  }

  TimeSpan slowest() {
    return or(slow, SLOW);
  }

  /** Whether this stack brings Jaeger with its collector. */
  public boolean jaeger() {
    return zipkin == null;
  }

  /** Settings that have no effect on a collector that is not ours, or on a Zipkin. */
  List<Problem> problems(Use use) {
    boolean install = use == Use.INSTALL;
    boolean stores = !storage.equals(TraceStorageSettings.MEMORY);
    return new Problems()
        .addIf(
            install && collector != null,
            "collector",
            "is only for observability.use: existing; this stack installs its own. Remove it.")
        .addIf(
            !install && (keep != null || slow != null || stores || zipkin != null),
            "",
            "may only have sampling and collector where the collector is not ours"
                + " (observability.use: existing); remove keep, slow, storage and zipkin.")
        .addIf(
            install && stores && !jaeger(),
            "storage",
            "has no effect while traces go to a Zipkin (tracing.zipkin); remove one of them.")
        .list();
  }

  /** What {@code profile} demands of a Jaeger of ours. */
  List<Problem> problemsIn(Profile profile) {
    return new Problems()
        .addAll("storage", jaeger() ? storage.problemsIn(profile) : List.of())
        .list();
  }

  private static void share(String field, Double share) {
    if (share != null && !(share >= 0 && share <= 100)) {
      throw new IllegalArgumentException("%s (%s) must be from 0 to 100.".formatted(field, share));
    }
  }
}
