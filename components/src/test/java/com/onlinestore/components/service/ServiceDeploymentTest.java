package com.onlinestore.components.service;

import static com.onlinestore.components.Yaml.assertYaml;
import static com.onlinestore.components.Yaml.part;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.onlinestore.components.settings.Image;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How the pods of a service are rolled out and spread. */
class ServiceDeploymentTest {

  @Test
  void selectsThePodsOfItsOwnVersion() {
    Deployment deployment = deployment(Stores.service().version("blue").build());

    assertYaml(deployment, "/apiVersion", "apps/v1");
    assertYaml(deployment, "/metadata/name", "orders-blue");
    assertYaml(deployment, "/metadata/namespace", "store");
    assertYaml(
        deployment,
        "/spec/selector",
        "matchLabels: {app.kubernetes.io/name: orders, version: blue}");
  }

  @Test
  void theVersionLabelIsOnThePodTemplateOnlyAndNotTheImagesTag() {
    Deployment deployment =
        deployment(Stores.service().image(new Image("acme/orders:1.4.2")).version("blue").build());

    assertYaml(
        deployment,
        "/spec/template/metadata/labels",
        """
        app.kubernetes.io/managed-by: pulumi
        app.kubernetes.io/name: orders
        app.kubernetes.io/part-of: store
        version: blue
        """);
    assertThat(deployment.getMetadata().getLabels()).doesNotContainKey("version");
  }

  @Test
  void anAutoscalerDecidesTheReplicasAlone() {
    assertThat(part(deployment(Stores.service().build()), "/spec/replicas").isMissingNode())
        .isTrue();
    assertYaml(deployment(Stores.service().replicas(3).build()), "/spec/replicas", "3");
    assertYaml(deployment(Stores.service().replicas(0).build()), "/spec/replicas", "0");
  }

  @Test
  void anUpdateNeverDropsBelowTheWantedCount() {
    assertYaml(
        deployment(Stores.service().build()),
        "/spec/strategy",
        "{type: RollingUpdate, rollingUpdate: {maxUnavailable: 0, maxSurge: 25%}}");
  }

  @Test
  void podsOfOneReleaseAreSpreadOverZonesAndNodesAsFarAsPossible() {
    assertYaml(
        deployment(Stores.service().build()),
        "/spec/template/spec/topologySpreadConstraints",
        """
        - maxSkew: 1
          topologyKey: topology.kubernetes.io/zone
          whenUnsatisfiable: ScheduleAnyway
          labelSelector: {matchLabels: {app.kubernetes.io/name: orders}}
          matchLabelKeys: [pod-template-hash]
        - maxSkew: 1
          topologyKey: kubernetes.io/hostname
          whenUnsatisfiable: ScheduleAnyway
          labelSelector: {matchLabels: {app.kubernetes.io/name: orders}}
          matchLabelKeys: [pod-template-hash]
        """);
  }

  @Test
  void aChangedImageVariableOrFileRollsThePods() {
    JsonNode before = template(Stores.service().build());

    assertThat(template(Stores.service().image(new Image("acme/shop:2")).build()))
        .isNotEqualTo(before);
    assertThat(template(Stores.service().environment(Map.of("A", "1")).build()))
        .isNotEqualTo(before);
    JsonNode oneFile = template(Stores.service().configFiles(Map.of("/etc/a", "1")).build());
    assertThat(oneFile).isNotEqualTo(before);
    assertThat(template(Stores.service().configFiles(Map.of("/etc/a", "2")).build()))
        .isNotEqualTo(oneFile);
  }

  @Test
  void aChangeThatConcernsOnlyCallersDoesNotRollThePods() {
    TrafficSettings patient = TrafficSettingsBuilder.builder().maxConnections(7).build();

    assertThat(template(Stores.service().traffic(patient).build()))
        .isEqualTo(template(Stores.service().build()));
  }

  private static JsonNode template(ServiceSettings settings) {
    return part(deployment(settings), "/spec/template");
  }

  private static Deployment deployment(ServiceSettings settings) {
    return new ServiceWorkload("orders", settings, Stores.of("orders", settings)).deployment();
  }
}
