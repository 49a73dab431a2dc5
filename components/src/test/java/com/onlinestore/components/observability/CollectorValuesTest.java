package com.onlinestore.components.observability;

import static com.onlinestore.components.Yaml.assertYaml;
import static com.onlinestore.components.Yaml.part;
import static org.assertj.core.api.Assertions.assertThat;

import com.onlinestore.components.helm.Mirrors;
import com.onlinestore.components.settings.Profile;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CollectorValuesTest {

  @Test
  void proxiesAndProgramsReachItAndNobodySpeaksAnythingElse() {
    Map<String, Object> values = values(Profile.DEV, Mirrors.NONE);

    assertYaml(values, "/fullnameOverride", "otel-collector");
    assertYaml(
        values,
        "/ports/otlp",
        "{enabled: true, containerPort: 4317, servicePort: 4317, protocol: TCP, appProtocol: grpc}");
    assertYaml(values, "/ports/otlp-http/containerPort", "4318");
    for (String old : new String[] {"jaeger-compact", "jaeger-thrift", "jaeger-grpc", "zipkin"}) {
      assertYaml(values, "/ports/" + old, "enabled: false");
    }
  }

  @Test
  void itSurvivesTheLossOfANodeInProd() {
    Map<String, Object> prod = values(Profile.PROD, Mirrors.NONE);

    assertYaml(prod, "/replicaCount", "2");
    assertYaml(prod, "/podDisruptionBudget", "{enabled: true, maxUnavailable: 1}");
    assertThat(part(prod, "/topologySpreadConstraints")).hasSize(2);
    assertYaml(prod, "/resources", "{requests: {cpu: 200m, memory: 512Mi}, limits: {memory: 1Gi}}");
    assertYaml(values(Profile.DEV, Mirrors.NONE), "/replicaCount", "1");
  }

  /** It asks the API server whose address is whose, and for nothing else. */
  @Test
  void itReadsPodsAndWhatTheyAreFrom() {
    assertYaml(
        values(Profile.DEV, Mirrors.NONE),
        "/clusterRole",
        """
        create: true
        rules:
          - {apiGroups: [""], resources: [pods, namespaces], verbs: [get, watch, list]}
          - {apiGroups: [apps], resources: [replicasets], verbs: [get, watch, list]}
        """);
  }

  @Test
  void aRestrictedNamespaceAcceptsItsPod() {
    Map<String, Object> values = values(Profile.DEV, Mirrors.NONE);

    assertYaml(values, "/podSecurityContext/runAsNonRoot", "true");
    assertYaml(values, "/podSecurityContext/seccompProfile", "type: RuntimeDefault");
    assertYaml(
        values,
        "/securityContext",
        """
        allowPrivilegeEscalation: false
        readOnlyRootFilesystem: true
        capabilities: {drop: [ALL]}
        """);
  }

  @Test
  void theImageComesFromTheMirror() {
    String image =
        "open-telemetry/opentelemetry-collector-releases/opentelemetry-collector-contrib";

    assertYaml(values(Profile.DEV, Mirrors.NONE), "/image/repository", "ghcr.io/" + image);
    assertYaml(
        values(Profile.DEV, new Mirrors(null, "registry.local/all")),
        "/image/repository",
        "registry.local/all/" + image);
  }

  private static Map<String, Object> values(Profile profile, Mirrors mirrors) {
    CollectorConfig config = new CollectorConfig(Traces.STORED, profile, "peers");
    return new CollectorValues("otel-collector", config, profile, mirrors).all();
  }
}
