package com.onlinestore.components.service;

import com.onlinestore.components.delivery.Rollout;
import com.onlinestore.components.kubernetes.Labels;
import io.fabric8.kubernetes.api.model.autoscaling.v2.CrossVersionObjectReference;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscalerBuilder;
import io.fabric8.kubernetes.api.model.autoscaling.v2.MetricSpec;
import io.fabric8.kubernetes.api.model.autoscaling.v2.MetricSpecBuilder;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudgetBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How many pods of a version run, and how many of the whole service may be missing. */
record ServiceScaling(String name, ServiceSettings settings, Store store) {

  Optional<HorizontalPodAutoscaler> autoscaler() {
    return Optional.ofNullable(settings.autoscaling()).map(this::autoscaler);
  }

  /** Never blocks a drain for good: by pods that may go, and broken pods always may. */
  PodDisruptionBudget disruptionBudget() {
    return new PodDisruptionBudgetBuilder()
        .withMetadata(store.metadata(name))
        .withNewSpec()
        .withNewMaxUnavailable(settings.disruption().maxUnavailable())
        .withUnhealthyPodEvictionPolicy("AlwaysAllow")
        .withNewSelector()
        .withMatchLabels(Labels.selector(name))
        .endSelector()
        .endSpec()
        .build();
  }

  /** Up at once, down calmly: a tenth of the pods or one a minute, after five quiet minutes. */
  private HorizontalPodAutoscaler autoscaler(AutoscalingSettings autoscaling) {
    return new HorizontalPodAutoscalerBuilder()
        .withMetadata(store.metadata(name, settings.version()))
        .withNewSpec()
        .withScaleTargetRef(target())
        .withMinReplicas(autoscaling.min())
        .withMaxReplicas(autoscaling.max())
        .withMetrics(metrics(autoscaling))
        .withNewBehavior()
        .withNewScaleUp()
        .withStabilizationWindowSeconds(0)
        .addNewPolicy(15, "Percent", 100)
        .endScaleUp()
        .withNewScaleDown()
        .withStabilizationWindowSeconds(300)
        .addNewPolicy(60, "Percent", 10)
        .addNewPolicy(60, "Pods", 1)
        .withSelectPolicy("Max")
        .endScaleDown()
        .endBehavior()
        .endSpec()
        .build();
  }

  private CrossVersionObjectReference target() {
    String pods = Store.nameOf(name, settings.version());
    return settings.canary() == null
        ? new CrossVersionObjectReference("apps/v1", "Deployment", pods)
        : new CrossVersionObjectReference(Rollout.API_VERSION, Rollout.KIND, pods);
  }

  private List<MetricSpec> metrics(AutoscalingSettings autoscaling) {
    List<MetricSpec> metrics = new ArrayList<>();
    metrics.add(utilization("cpu", autoscaling.cpu()));
    if (autoscaling.memory() != null) {
      metrics.add(utilization("memory", autoscaling.memory()));
    }
    return metrics;
  }

  /** Of the application's container alone: the pod's average would have the sidecar in it. */
  private MetricSpec utilization(String resource, int percent) {
    return new MetricSpecBuilder()
        .withType("ContainerResource")
        .withNewContainerResource()
        .withName(resource)
        .withContainer(name)
        .withNewTarget()
        .withType("Utilization")
        .withAverageUtilization(percent)
        .endTarget()
        .endContainerResource()
        .build();
  }
}
