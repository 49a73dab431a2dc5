package com.onlinestore.components.service;

import static com.onlinestore.components.Yaml.assertYaml;
import static org.assertj.core.api.Assertions.assertThat;

import com.onlinestore.components.kubernetes.Manifests;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a Deployment needs beside it: identity, name in the network, files. */
class ServiceObjectsTest {

  @Test
  void anAccountHasNoToken() {
    assertYaml(
        workload(Stores.service().build()).serviceAccount(),
        "",
        """
        apiVersion: v1
        kind: ServiceAccount
        metadata:
          name: orders
          namespace: store
          labels:
            app.kubernetes.io/managed-by: pulumi
            app.kubernetes.io/name: orders
            app.kubernetes.io/part-of: store
        automountServiceAccountToken: false
        """);
  }

  /** The network policy agent of EKS needs both ports equal; the mesh needs their protocol. */
  @Test
  void theServicePortEqualsTheContainerPortAndSpeaksHttp() {
    assertYaml(
        workload(Stores.service().port(9898).build()).service(),
        "/spec",
        """
        selector: {app.kubernetes.io/name: orders}
        ports:
          - {name: http, appProtocol: http, protocol: TCP, port: 9898, targetPort: 9898}
        """);
  }

  @Test
  void configFilesAreOneConfigMap() {
    ServiceSettings settings =
        Stores.service()
            .configFiles(Map.of("/etc/a.yaml", "a: 1", "/etc/b/a.yaml", "b: 2"))
            .build();

    assertThat(workload(settings).configMap())
        .hasValueSatisfying(
            map -> {
              assertYaml(map, "/metadata/name", "orders");
              assertYaml(map, "/metadata/namespace", "store");
              assertYaml(map, "/data", "{0-a.yaml: \"a: 1\", 1-a.yaml: \"b: 2\"}");
            });
  }

  @Test
  void withoutConfigFilesThereIsNoConfigMap() {
    assertThat(workload(Stores.service().build()).configMap()).isEmpty();
  }

  @Test
  void onlyPodTemplatesAndSubsetsKnowTheVersion() {
    ServiceWorkload blue = workload(Stores.service().version("blue").build());
    ServiceWorkload green = workload(Stores.service().version("green").build());

    assertThat(Manifests.toMap(blue.service())).isEqualTo(Manifests.toMap(green.service()));
    assertThat(Manifests.toMap(blue.serviceAccount()))
        .isEqualTo(Manifests.toMap(green.serviceAccount()));
    assertThat(Manifests.toMap(blue.deployment()))
        .isNotEqualTo(Manifests.toMap(green.deployment()));
  }

  private static ServiceWorkload workload(ServiceSettings settings) {
    return new ServiceWorkload("orders", settings, Stores.of("orders", settings));
  }
}
