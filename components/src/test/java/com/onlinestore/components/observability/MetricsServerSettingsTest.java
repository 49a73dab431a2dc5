package com.onlinestore.components.observability;

import static org.assertj.core.api.Assertions.assertThat;

import com.onlinestore.components.Yaml;
import com.onlinestore.components.settings.Problem;
import com.onlinestore.components.settings.Use;
import org.junit.jupiter.api.Test;

class MetricsServerSettingsTest {

  @Test
  void byDefaultTheClusterHasOne() {
    assertThat(Yaml.read(MetricsServerSettings.class, "{}"))
        .isEqualTo(MetricsServerSettings.defaults())
        .isEqualTo(new MetricsServerSettings(Use.EXISTING, false));
    assertThat(MetricsServerSettings.defaults().problems()).isEmpty();
  }

  @Test
  void areReadFromAStackFile() {
    MetricsServerSettings read =
        Yaml.read(MetricsServerSettings.class, "{use: install, kubeletInsecureTls: true}");

    assertThat(read).isEqualTo(new MetricsServerSettings(Use.INSTALL, true));
    assertThat(read.problems()).isEmpty();
  }

  @Test
  void aSettingWithoutEffectIsAProblem() {
    assertThat(new MetricsServerSettings(Use.EXISTING, true).problems())
        .containsExactly(
            new Problem(
                "kubeletInsecureTls",
                "true has no effect on a metrics-server that is not ours (metricsServer.use:"
                    + " existing); remove it or set use: install."));
  }
}
