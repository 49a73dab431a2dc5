package com.onlinestore.components.helm;

import static com.onlinestore.components.Yaml.assertYaml;
import static org.assertj.core.api.Assertions.assertThat;

import com.onlinestore.components.Recording;
import com.onlinestore.components.Registered;
import com.pulumi.resources.CustomResourceOptions;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HelmReleaseTest {

  @Test
  void hasAFixedNameAPinnedVersionAndTimeToPullImages() {
    Registered release = release(Mirrors.NONE, Map.of("replicas", 2));

    assertThat(release).hasToString("kubernetes:helm.sh/v3:Release traces-release");
    assertYaml(
        release.inputs(),
        "",
        """
        name: jaeger
        namespace: tracing
        chart: jaeger
        version: 4.11.1
        repositoryOpts: {repo: "https://jaegertracing.github.io/helm-charts"}
        timeout: 900
        values: {replicas: 2}
        compat: "true"
        """);
  }

  /** Its wait is what lets a load balancer go before the controller that made it. */
  @Test
  void isAlwaysAwaited() {
    assertThat(release(Mirrors.NONE, Map.of()).inputs()).doesNotContainKey("skipAwait");
  }

  @Test
  void namesNoRepositoryWhereTheChartStandsAlone() {
    assertThat(release(new Mirrors("oci://registry.local/charts", null), Map.of()).inputs())
        .containsEntry("chart", "oci://registry.local/charts/jaeger")
        .doesNotContainKey("repositoryOpts");
  }

  /** When the SDK sends nulls one day, a null can delete a default of a chart. */
  @Test
  void losesNullsOfItsValuesBecauseTheSdkDoes() {
    Map<String, Object> values = new HashMap<>();
    values.put("livenessProbe", null);

    assertYaml(release(Mirrors.NONE, values).inputs(), "/values", "{}");
  }

  private static Registered release(Mirrors mirrors, Map<String, Object> values) {
    return Recording.of(() -> create(mirrors, values)).get("traces-release");
  }

  private static void create(Mirrors mirrors, Map<String, Object> values) {
    HelmRelease.create(
        "traces-release",
        Chart.JAEGER,
        mirrors,
        "jaeger",
        "tracing",
        values,
        CustomResourceOptions.Empty);
  }
}
