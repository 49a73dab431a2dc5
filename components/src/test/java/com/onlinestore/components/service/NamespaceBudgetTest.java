package com.onlinestore.components.service;

import static com.onlinestore.components.Yaml.assertYaml;
import static com.onlinestore.components.Yaml.part;
import static org.assertj.core.api.Assertions.assertThat;

import com.onlinestore.components.Yaml;
import com.onlinestore.components.kubernetes.ContainerResources;
import com.onlinestore.components.mesh.Mesh;
import com.onlinestore.components.mesh.MeshSettings;
import com.onlinestore.components.mesh.MeshSettingsBuilder;
import com.onlinestore.components.mesh.Meshes;
import com.onlinestore.components.settings.Profile;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamespaceBudgetTest {

  private static final ContainerResources PROXY = MeshSettings.defaults().proxy();

  /**
   * Up to 6 pods, and an update starts 2 more while 2 old ones end: 10 pods of 100m + 50m CPU,
   * 128Mi + 128Mi requested and 128Mi + 512Mi at most.
   */
  @Test
  void isEveryServiceAtItsMaximumWithSidecarsDuringAnUpdate() {
    assertYaml(
        budget(Stores.service().build()).quota(),
        "",
        """
        apiVersion: v1
        kind: ResourceQuota
        metadata:
          name: store-quota
          namespace: store
          labels:
            app.kubernetes.io/managed-by: pulumi
            app.kubernetes.io/name: store-quota
            app.kubernetes.io/part-of: store
        spec:
          hard:
            pods: "10"
            requests.cpu: 1500m
            requests.memory: 2560Mi
            limits.memory: 6400Mi
            services.loadbalancers: "0"
            services.nodeports: "0"
        """);
  }

  @Test
  void isTheSumOverAllServices() {
    ServiceSettings large =
        Stores.service()
            .replicas(1)
            .resources(
                Yaml.read(
                    ContainerResources.class,
                    "{requests: {cpu: 2, memory: 1Gi}, limits: {cpu: 4, memory: 2Gi}}"))
            .build();

    assertYaml(
        budget(Stores.service().build(), large).quota(),
        "/spec/hard",
        """
        pods: "13"
        requests.cpu: 7650m
        requests.memory: 6016Mi
        limits.memory: 14080Mi
        services.loadbalancers: "0"
        services.nodeports: "0"
        """);
  }

  /** A nightly look for drift would tell of 4000m, which the API server gives back as 4. */
  @ParameterizedTest
  @CsvSource({"200m, 896Mi, 4, 16Gi", "100m, 129Mi, 2400m, 4112Mi", "10m, 65408Mi, 960m, 1Ti"})
  void amountsAreWrittenAsTheApiServerGivesThemBack(
      String cpu, String memory, String cores, String bytes) {
    String requests = "{requests: {cpu: %s, memory: %s}, limits: {memory: 64Gi}}";
    ServiceSettings service =
        Stores.service()
            .replicas(10)
            .resources(Yaml.read(ContainerResources.class, requests.formatted(cpu, memory)))
            .build();

    assertYaml(budget(service).quota(), "/spec/hard/requests.cpu", "\"" + cores + "\"");
    assertYaml(budget(service).quota(), "/spec/hard/requests.memory", bytes);
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "1, 3", "4, 6", "5, 9", "8, 12", "9, 15", "100, 150"})
  void aSurgeIsAQuarterRoundedUpAndCountsTwice(int replicas, int pods) {
    assertYaml(
        budget(Stores.service().replicas(replicas).build()).quota(),
        "/spec/hard/pods",
        "\"" + pods + "\"");
  }

  /** The new version gets all its pods before the old one gives up any. */
  @ParameterizedTest
  @CsvSource({"1, 4", "4, 10", "6, 16"})
  void aCanaryRunsBesidesAllOtherPods(int replicas, int pods) {
    assertYaml(
        budget(
                Stores.service()
                    .replicas(replicas)
                    .canary(new CanarySettings(null, null, null, null))
                    .build())
            .quota(),
        "/spec/hard/pods",
        "\"" + pods + "\"");
  }

  @Test
  void partsOfUnitsAreRoundedUp() {
    ContainerResources odd =
        Yaml.read(
            ContainerResources.class,
            "{requests: {cpu: \"0.0015\", memory: 1}, limits: {memory: 1500k}}");

    assertYaml(
        new NamespaceBudget(
                "store", List.of(Stores.service().replicas(1).resources(odd).build()), mesh(odd))
            .quota(),
        "/spec/hard",
        """
        pods: "3"
        requests.cpu: 9m
        requests.memory: 1Mi
        limits.memory: 9Mi
        services.loadbalancers: "0"
        services.nodeports: "0"
        """);
  }

  @Test
  void withoutSidecarsThereIsAWaypointInstead() {
    ServiceSettings fixed = Stores.service().replicas(1).build();

    assertYaml(
        new NamespaceBudget("store", List.of(fixed), Meshes.AMBIENT).quota(),
        "/spec/hard",
        """
        pods: "7"
        requests.cpu: 700m
        requests.memory: 896Mi
        limits.memory: 4480Mi
        services.loadbalancers: "0"
        services.nodeports: "0"
        """);
  }

  /** A bound that forbade the proxy's amounts would stop injection. */
  @Test
  void containersWithoutAmountsGetSomeAndNoneIsForbidden() {
    assertYaml(
        budget().limitRange(),
        "/spec",
        """
        limits:
          - type: Container
            defaultRequest: {cpu: 50m, memory: 128Mi}
            default: {memory: 256Mi}
        """);
    assertYaml(budget().limitRange(), "/metadata/name", "store-limits");
  }

  @Test
  void aStoreWithoutServicesMayRunNothing() {
    assertThat(part(budget().quota(), "/spec/hard/pods").asText()).isEqualTo("0");
  }

  private static NamespaceBudget budget(ServiceSettings... services) {
    return new NamespaceBudget("store", List.of(services), Meshes.SILENT);
  }

  private static Mesh mesh(ContainerResources proxy) {
    return Mesh.existing(
        MeshSettingsBuilder.builder(MeshSettings.defaults()).proxy(proxy).build(),
        Profile.DEV,
        Optional.empty());
  }
}
