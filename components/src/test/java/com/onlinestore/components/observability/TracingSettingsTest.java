package com.onlinestore.components.observability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.onlinestore.components.Yaml;
import com.onlinestore.components.mesh.TracingCollector;
import com.onlinestore.components.settings.Profile;
import io.fabric8.kubernetes.api.model.Quantity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TracingSettingsTest {

  @Test
  void inDevEveryRequestIsTracedIntoMemory() {
    TracingSettings defaults = Yaml.read(TracingSettings.class, "{}");

    assertThat(defaults).isEqualTo(TracingSettings.defaults());
    assertThat(defaults.samplingIn(Profile.DEV)).isEqualTo(100);
    assertThat(defaults.storageIn(Profile.DEV)).isNull();
    assertThat(defaults.collector()).isNull();
  }

  @Test
  void inProdFewRequestsAreTracedOntoAVolume() {
    assertThat(TracingSettings.defaults().samplingIn(Profile.PROD)).isEqualTo(5);
    assertThat(TracingSettings.defaults().storageIn(Profile.PROD)).isEqualTo(new Quantity("20Gi"));
  }

  @Test
  void areReadFromAStackFileWhateverTheProfile() {
    TracingSettings read =
        Yaml.read(
            TracingSettings.class,
            "{sampling: 0.5, collector: {namespace: a, service: b}, storage: 1Gi}");

    assertThat(read.collector()).isEqualTo(new TracingCollector("a", "b", 4317));
    for (Profile profile : Profile.values()) {
      assertThat(read.samplingIn(profile)).isEqualTo(0.5);
      assertThat(read.storageIn(profile)).isEqualTo(new Quantity("1Gi"));
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.01, 100})
  void acceptASharesBoundsAndFractions(double sampling) {
    assertThat(new TracingSettings(sampling, null, null).samplingIn(Profile.PROD))
        .isEqualTo(sampling);
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.1, 100.1, Double.NaN})
  void refuseWhatIsNoShare(double sampling) {
    assertThatThrownBy(() -> new TracingSettings(sampling, null, null))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("sampling (%s) must be from 0 to 100.", sampling);
  }

  @Test
  void refuseAVolumeWithoutRoom() {
    assertThat(Yaml.refusal(TracingSettings.class, "storage: 0Gi"))
        .isEqualTo("storage (0Gi) must be greater than 0.");
  }
}
