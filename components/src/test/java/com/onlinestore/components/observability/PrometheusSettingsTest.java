package com.onlinestore.components.observability;

import static org.assertj.core.api.Assertions.assertThat;

import com.onlinestore.components.Yaml;
import com.onlinestore.components.settings.Profile;
import com.onlinestore.components.settings.TimeSpan;
import io.fabric8.kubernetes.api.model.Quantity;
import org.junit.jupiter.api.Test;

class PrometheusSettingsTest {

  @Test
  void inDevMetricsAreKeptForADayAndLostWithThePod() {
    PrometheusSettings defaults = Yaml.read(PrometheusSettings.class, "{}");

    assertThat(defaults).isEqualTo(PrometheusSettings.defaults());
    assertThat(defaults.retentionIn(Profile.DEV)).isEqualTo(TimeSpan.of("1d"));
    assertThat(defaults.storageIn(Profile.DEV)).isNull();
  }

  @Test
  void inProdMetricsAreKeptAsLongAsObjectivesLookBackOnAVolume() {
    PrometheusSettings defaults = PrometheusSettings.defaults();

    assertThat(defaults.retentionIn(Profile.PROD)).isEqualTo(TimeSpan.of("31d"));
    assertThat(defaults.storageIn(Profile.PROD)).isEqualTo(new Quantity("50Gi"));
  }

  @Test
  void areReadFromAStackFileWhateverTheProfile() {
    PrometheusSettings read =
        Yaml.read(PrometheusSettings.class, "{retention: 30d, storage: 100Gi}");

    for (Profile profile : Profile.values()) {
      assertThat(read.retentionIn(profile)).isEqualTo(TimeSpan.of("30d"));
      assertThat(read.storageIn(profile)).isEqualTo(new Quantity("100Gi"));
    }
  }

  @Test
  void memoryAndVolumeFollowFromTheSeries() {
    PrometheusSettings many = Yaml.read(PrometheusSettings.class, "series: 1000000");

    assertThat(many.sizeIn(Profile.PROD)).isEqualTo(new PrometheusSize(1_000_000));
    assertThat(many.storageIn(Profile.PROD)).isEqualTo(new Quantity("200Gi"));
    assertThat(many.storageIn(Profile.DEV)).isNull();
    assertThat(PrometheusSettings.defaults().sizeIn(Profile.PROD))
        .isEqualTo(new PrometheusSize(250_000));
    assertThat(PrometheusSettings.defaults().sizeIn(Profile.DEV))
        .isEqualTo(new PrometheusSize(50_000));
  }

  @Test
  void refuseAnEmptyVolume() {
    assertThat(Yaml.refusal(PrometheusSettings.class, "storage: 0Gi"))
        .isEqualTo("storage (0Gi) must be greater than 0.");
  }
}
