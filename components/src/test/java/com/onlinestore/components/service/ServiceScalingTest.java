package com.onlinestore.components.service;

import static com.onlinestore.components.Yaml.assertYaml;
import static com.onlinestore.components.Yaml.part;
import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import org.junit.jupiter.api.Test;

class ServiceScalingTest {

  @Test
  void theAutoscalerScalesTheServicesDeploymentBetweenItsBounds() {
    HorizontalPodAutoscaler autoscaler = autoscaler(new AutoscalingSettings(3, 9, null, null));

    assertYaml(autoscaler, "/apiVersion", "autoscaling/v2");
    assertYaml(autoscaler, "/metadata/name", "orders-v1");
    assertYaml(
        autoscaler,
        "/spec/scaleTargetRef",
        "{apiVersion: apps/v1, kind: Deployment, name: orders-v1}");
    assertYaml(autoscaler, "/spec/minReplicas", "3");
    assertYaml(autoscaler, "/spec/maxReplicas", "9");
  }

  /** The pod's average would have the sidecar in it. */
  @Test
  void measuresTheApplicationsContainerAlone() {
    assertYaml(
        autoscaler(new AutoscalingSettings(null, null, 60, null)),
        "/spec/metrics",
        """
        - type: ContainerResource
          containerResource:
            name: cpu
            container: orders
            target: {type: Utilization, averageUtilization: 60}
        """);
  }

  @Test
  void memoryCountsOnlyWhereSet() {
    assertYaml(
        autoscaler(new AutoscalingSettings(null, null, null, 80)),
        "/spec/metrics/1",
        """
        type: ContainerResource
        containerResource:
          name: memory
          container: orders
          target: {type: Utilization, averageUtilization: 80}
        """);
    assertThat(part(autoscaler(AutoscalingSettings.defaults()), "/spec/metrics")).hasSize(1);
  }

  @Test
  void scalesUpAtOnceAndDownCalmly() {
    assertYaml(
        autoscaler(AutoscalingSettings.defaults()),
        "/spec/behavior",
        """
        scaleUp:
          stabilizationWindowSeconds: 0
          policies: [{type: Percent, value: 100, periodSeconds: 15}]
        scaleDown:
          stabilizationWindowSeconds: 300
          selectPolicy: Max
          policies:
            - {type: Percent, value: 10, periodSeconds: 60}
            - {type: Pods, value: 1, periodSeconds: 60}
        """);
  }

  @Test
  void theAutoscalerOfAServiceWithACanaryScalesItsRollout() {
    assertYaml(
        scaling(Stores.service().canary(new CanarySettings(null, null, null, null)).build())
            .autoscaler()
            .orElseThrow(),
        "/spec/scaleTargetRef",
        "{apiVersion: argoproj.io/v1alpha1, kind: Rollout, name: orders-v1}");
  }

  @Test
  void aFixedNumberOfPodsHasNoAutoscaler() {
    assertThat(scaling(Stores.service().replicas(3).build()).autoscaler()).isEmpty();
  }

  /** With {@code minAvailable} as many pods as it asks for would block every drain. */
  @Test
  void theBudgetSaysHowManyPodsMayGoAndLetsBrokenOnesGoAlways() {
    assertYaml(
        scaling(Stores.service().build()).disruptionBudget(),
        "/spec",
        """
        maxUnavailable: 1
        unhealthyPodEvictionPolicy: AlwaysAllow
        selector: {matchLabels: {app.kubernetes.io/name: orders}}
        """);
    assertYaml(
        scaling(Stores.service().disruption(new DisruptionSettings(3)).build()).disruptionBudget(),
        "/spec/maxUnavailable",
        "3");
  }

  private static HorizontalPodAutoscaler autoscaler(AutoscalingSettings settings) {
    return scaling(Stores.service().autoscaling(settings).build()).autoscaler().orElseThrow();
  }

  private static ServiceScaling scaling(ServiceSettings settings) {
    return new ServiceScaling("orders", settings, Stores.of("orders", settings));
  }
}
