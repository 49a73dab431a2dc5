package com.onlinestore.components.observability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.onlinestore.components.Yaml;
import com.onlinestore.components.mesh.TracingCollector;
import com.onlinestore.components.settings.Problem;
import com.onlinestore.components.settings.Profile;
import com.onlinestore.components.settings.TimeSpan;
import com.onlinestore.components.settings.Use;
import io.fabric8.kubernetes.api.model.Quantity;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TracingSettingsTest {

  @Test
  void inDevEveryTraceIsKeptInMemory() {
    TracingSettings defaults = Yaml.read(TracingSettings.class, "{}");

    assertThat(defaults).isEqualTo(TracingSettings.defaults());
    assertThat(defaults.samplingIn(Profile.DEV)).isEqualTo(100);
    assertThat(defaults.keepIn(Profile.DEV)).isEqualTo(100);
    assertThat(defaults.slowest()).isEqualTo(TimeSpan.of("1s"));
    assertThat(defaults.storage()).isEqualTo(TraceStorageSettings.MEMORY);
    assertThat(defaults.jaeger()).isTrue();
    assertThat(defaults.collector()).isNull();
  }

  /** The collector could not keep the error of a request that no proxy traced. */
  @Test
  void inProdEveryRequestIsTracedAndFewOrdinaryOnesAreKept() {
    assertThat(TracingSettings.defaults().samplingIn(Profile.PROD)).isEqualTo(100);
    assertThat(TracingSettings.defaults().keepIn(Profile.PROD)).isEqualTo(5);
  }

  @Test
  void aCollectorThatIsNotOursIsSentFewRequestsInProd() {
    TracingSettings read =
        Yaml.read(TracingSettings.class, "{collector: {namespace: a, service: b}}");

    assertThat(read.collector()).isEqualTo(new TracingCollector("a", "b", 4317));
    assertThat(read.samplingIn(Profile.PROD)).isEqualTo(5);
    assertThat(read.samplingIn(Profile.DEV)).isEqualTo(100);
  }

  @Test
  void areReadFromAStackFileWhateverTheProfile() {
    TracingSettings read =
        Yaml.read(
            TracingSettings.class,
            "{sampling: 0.5, keep: 10, slow: 300ms, storage: {volume: 1Gi}, zipkin: 'http://z:9411'}");

    assertThat(read.slowest()).isEqualTo(TimeSpan.of("300ms"));
    assertThat(read.storage().volume()).isEqualTo(new Quantity("1Gi"));
    assertThat(read.jaeger()).isFalse();
    for (Profile profile : Profile.values()) {
      assertThat(read.samplingIn(profile)).isEqualTo(0.5);
      assertThat(read.keepIn(profile)).isEqualTo(10);
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.01, 100})
  void acceptASharesBoundsAndFractions(double share) {
    TracingSettings settings = TracingSettingsBuilder.builder().sampling(share).keep(share).build();

    assertThat(settings.samplingIn(Profile.PROD)).isEqualTo(share);
    assertThat(settings.keepIn(Profile.PROD)).isEqualTo(share);
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.1, 100.1, Double.NaN})
  void refuseWhatIsNoShare(double share) {
    assertThatThrownBy(() -> TracingSettingsBuilder.builder().sampling(share).build())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("sampling (%s) must be from 0 to 100.", share);
    assertThatThrownBy(() -> TracingSettingsBuilder.builder().keep(share).build())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("keep (%s) must be from 0 to 100.", share);
  }

  @Test
  void refuseAVolumeWithoutRoom() {
    assertThat(Yaml.refusal(TraceStorageSettings.class, "volume: 0Gi"))
        .isEqualTo("volume (0Gi) must be greater than 0.");
  }

  @Test
  void prodNeedsAPlaceThatOutlivesAPod() {
    String message =
        "must name an OpenSearch or Elasticsearch in the profile prod, such as {opensearch: {url:"
            + " https://search.example.com:9200, secret: trace-store}}, or set tracing.zipkin:"
            + " memory and a volume have a single pod.";
    TracingSettings volume = Yaml.read(TracingSettings.class, "{storage: {volume: 1Gi}}");

    for (TracingSettings settings : List.of(TracingSettings.defaults(), volume)) {
      assertThat(settings.problemsIn(Profile.DEV)).isEmpty();
      assertThat(settings.problemsIn(Profile.PROD))
          .containsExactly(new Problem("storage", message));
    }
    assertThat(Traces.STORED.problemsIn(Profile.PROD)).isEmpty();
    assertThat(Traces.ZIPKIN.problemsIn(Profile.PROD)).isEmpty();
  }

  @Test
  void aTraceIsKeptInOnePlace() {
    TracingSettings two =
        Yaml.read(
            TracingSettings.class,
            "{storage: {volume: 1Gi, elasticsearch: {url: 'http://search:9200'}}}");

    assertThat(two.problemsIn(Profile.PROD))
        .containsExactly(
            new Problem(
                "storage",
                "names 2 places for traces; keep one of volume, opensearch and elasticsearch."));
  }

  @Test
  void aPlaceHasNoEffectOnAZipkin() {
    TracingSettings both =
        Yaml.read(TracingSettings.class, "{zipkin: 'http://z:9411', storage: {volume: 1Gi}}");

    assertThat(both.problems(Use.INSTALL))
        .containsExactly(
            new Problem(
                "storage",
                "has no effect while traces go to a Zipkin (tracing.zipkin); remove one of them."));
  }

  @Test
  void judgingIsNoBusinessOfACollectorThatIsNotOurs() {
    for (String mine :
        List.of("keep: 1", "slow: 1s", "storage: {volume: 1Gi}", "zipkin: 'http://z:9411'")) {
      assertThat(Yaml.read(TracingSettings.class, mine).problems(Use.EXISTING))
          .containsExactly(
              new Problem(
                  "",
                  "may only have sampling and collector where the collector is not ours"
                      + " (observability.use: existing); remove keep, slow, storage and zipkin."));
    }
    assertThat(TracingSettings.defaults().problems(Use.EXISTING)).isEmpty();
  }
}
