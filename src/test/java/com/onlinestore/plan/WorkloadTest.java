package com.onlinestore.plan;

import static com.onlinestore.plan.Plans.resource;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WorkloadTest {

  private static final String CONTAINER =
      "{\"resources\": {\"requests\": {\"cpu\": \"250m\", \"memory\": \"128Mi\"}}}";

  @Test
  void hasOneReplicaUnlessSaidOtherwise() {
    assertThat(workload("\"template\": {}")).isEqualTo(new Workload("shop/a", 1, 1, Amount.NONE));
    assertThat(workload("\"replicas\": 3")).isEqualTo(new Workload("shop/a", 3, 3, Amount.NONE));
  }

  @Test
  void hasAsManyReplicasAsItsAutoscalerMayChoose() {
    Plan plan =
        Plans.of(
            object("Deployment", "shop", "a", "\"replicas\": 3"),
            object("StatefulSet", "shop", "a", "\"replicas\": 1"),
            object("Deployment", "other", "a", "\"replicas\": 1"),
            object(
                "HorizontalPodAutoscaler",
                "shop",
                "a",
                """
                "minReplicas": 2, "maxReplicas": 9,
                "scaleTargetRef": {"kind": "Deployment", "name": "a"}
                """));

    assertThat(Workload.of(Manifest.of(plan)))
        .containsExactly(
            new Workload("shop/a", 2, 9, Amount.NONE),
            new Workload("shop/a", 1, 1, Amount.NONE),
            new Workload("other/a", 1, 1, Amount.NONE));
  }

  @Test
  void asksForAllItsContainersAndTheSidecar() {
    assertThat(
            pod(
                """
                "metadata": {"annotations": {"sidecar.istio.io/proxyCPU": "100m",
                                             "sidecar.istio.io/proxyMemory": "64Mi"}},
                "spec": {"containers": [%1$s, %1$s]}
                """
                    .formatted(CONTAINER)))
        .isEqualTo(text("0.6", "320Mi"));
  }

  /** An override brings whatever it likes, and the API server refuses it. */
  @Test
  void whatIsNoQuantityAsksForNothing() {
    assertThat(
            pod(
                """
                "metadata": {"annotations": {"sidecar.istio.io/proxyCPU": true,
                                             "sidecar.istio.io/proxyMemory": "lots"}},
                "spec": {"containers": [%s]}
                """
                    .formatted(CONTAINER)))
        .isEqualTo(text("0.25", "128Mi"));
  }

  @Test
  void asksForTheLimitWhereThereIsNoRequest() {
    assertThat(
            pod(
                """
                "spec": {"containers": [{"resources": {"requests": {"cpu": "1"},
                                                       "limits": {"cpu": "2", "memory": "1Gi"}}}]}
                """))
        .isEqualTo(text("1", "1Gi"));
  }

  @Test
  void countsInitContainersThatStayAndTheLargestThatEnds() {
    String big = CONTAINER.replace("250m", "2");
    String sidecar =
        CONTAINER.replace("{\"resources\"", "{\"restartPolicy\":\"Always\",\"resources\"");

    assertThat(
            pod(
                """
                "spec": {"containers": [%s], "initContainers": [%s, %s, %s]}
                """
                    .formatted(CONTAINER, big, CONTAINER, sidecar)))
        .isEqualTo(text("2", "256Mi"));
  }

  @Test
  void writesAmountsShortly() {
    assertThat(text(Amount.of("0", "0"))).isEqualTo(text("0", "0Mi"));
    assertThat(text(Amount.of("1500m", "1536Mi"))).isEqualTo(text("1.5", "1.5Gi"));
    assertThat(text(Amount.of("", null))).isEqualTo(text("0", "0Mi"));
    assertThat(text(Amount.of("12", "100000000"))).isEqualTo(text("12", "95.4Mi"));
  }

  private static Workload workload(String spec) {
    Plan plan = Plans.of(object("Deployment", "shop", "a", spec));
    return Workload.of(Manifest.of(plan)).get(0);
  }

  private static String pod(String template) {
    return text(workload("\"template\": {%s}".formatted(template)).pod());
  }

  private static String text(Amount amount) {
    return text(amount.cpuText(), amount.memoryText());
  }

  private static String text(String cpu, String memory) {
    return cpu + " " + memory;
  }

  private static PlannedResource object(String kind, String namespace, String name, String spec) {
    return resource(
        "kubernetes:toy/v1:" + kind,
        namespace + "-" + name,
        """
        {"apiVersion": "toy/v1", "kind": "%s", "spec": {%s},
         "metadata": {"name": "%s", "namespace": "%s"}}
        """
            .formatted(kind, spec, name, namespace));
  }
}
