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
  void everyPortSaysWhatItSpeaks() {
    ServiceSettings settings =
        Stores.service()
            .protocol(PortProtocol.GRPC)
            .port(9000)
            .ports(
                Map.of(
                    "admin", new PortSettings(9090, null),
                    "queue", new PortSettings(5672, PortProtocol.TCP)))
            .build();

    assertYaml(
        workload(settings).service(),
        "/spec/ports",
        """
        - {name: grpc, appProtocol: grpc, protocol: TCP, port: 9000, targetPort: 9000}
        - {name: admin, appProtocol: http, protocol: TCP, port: 9090, targetPort: 9090}
        - {name: queue, appProtocol: tcp, protocol: TCP, port: 5672, targetPort: 5672}
        """);
    assertYaml(
        workload(settings).deployment(),
        "/spec/template/spec/containers/0/ports",
        """
        - {name: grpc, containerPort: 9000, protocol: TCP}
        - {name: admin, containerPort: 9090, protocol: TCP}
        - {name: queue, containerPort: 5672, protocol: TCP}
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
