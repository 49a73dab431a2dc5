package com.onlinestore.components.observability.objectives;

import static org.assertj.core.api.Assertions.assertThat;

import com.onlinestore.components.settings.TimeSpan;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LatencyBucketsTest {

  @Test
  void aProxyHasALineWhereThePromiseIsMade() {
    assertThat(LatencyBuckets.annotations(TimeSpan.of("300ms")))
        .isEqualTo(
            Map.of(
                "sidecar.istio.io/statsHistogramBuckets",
                "{\"istiocustom\":[0.5,1,5,10,25,50,100,250,300,500,1000,2500,5000,10000,30000,"
                    + "60000,300000,600000,1800000,3600000]}"));
  }

  @Test
  void aLineThatEveryProxyHasNeedsNoWord() {
    assertThat(LatencyBuckets.annotations(TimeSpan.of("250ms"))).isEmpty();
    assertThat(LatencyBuckets.annotations(TimeSpan.of("1s"))).isEmpty();
  }

  @Test
  void theNearestLinesOfAProxyThatCannotBeToldOthers() {
    assertThat(LatencyBuckets.neighbours(TimeSpan.of("500ms"))).isEmpty();
    assertThat(LatencyBuckets.neighbours(TimeSpan.of("300ms")))
        .isEqualTo(Optional.of(List.of(TimeSpan.of("250ms"), TimeSpan.of("500ms"))));
    assertThat(LatencyBuckets.neighbours(TimeSpan.of("2h")))
        .isEqualTo(Optional.of(List.of(TimeSpan.of("1h"))));
  }

  @Test
  void versionsOfPrometheusWriteALineInTwoWays() {
    assertThat(LatencyBuckets.upTo(TimeSpan.of("2s"))).isEqualTo("le=~\"2000([.]0)?\"");
  }
}
