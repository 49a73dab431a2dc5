package com.onlinestore.components.mesh;

import static com.onlinestore.components.Yaml.assertYaml;
import static com.onlinestore.components.Yaml.part;
import static org.assertj.core.api.Assertions.assertThat;

import com.onlinestore.components.cluster.ClusterFacts;
import com.onlinestore.components.cluster.ClusterFactsBuilder;
import com.onlinestore.components.cluster.Facts;
import com.onlinestore.components.helm.Mirrors;
import com.onlinestore.components.settings.Profile;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class IstioValuesTest {

  private static final Mirrors MIRRORS = new Mirrors(null, "registry.local:5000/mirror");

  @Test
  void restrictedPodsNeedTheNetworkPluginAndSeccomp() {
    assertYaml(dev().istiod("default"), "/cni", "enabled: true");
    assertYaml(dev().istiod("default"), "/seccompProfile", "type: RuntimeDefault");
    assertYaml(
        dev().cni(),
        "",
        """
        seccompProfile: {type: RuntimeDefault}
        resources: {requests: {cpu: 50m, memory: 100Mi}}
        """);
    assertThat(dev().base("default")).isEmpty();
  }

  @Test
  void aRevisionIsNamedAndSpreadsItsOwnPods() {
    IstioValues prod = values(Profile.PROD, Facts.SHARED, PolicyScope.NAMESPACES, Optional.empty());

    assertYaml(prod.istiod("v1-30"), "/revision", "v1-30");
    assertYaml(
        prod.istiod("v1-30"),
        "/topologySpreadConstraints/0/labelSelector/matchLabels",
        "{app: istiod, istio.io/rev: v1-30}");
    assertYaml(prod.base("v1-30"), "/defaultRevision", "v1-30");
    assertThat(part(prod.istiod("default"), "/revision").isMissingNode()).isTrue();
  }

  @Test
  void sidecarsGetWhatTheSettingsSay() {
    assertYaml(
        dev().istiod("default"),
        "/global",
        """
        proxy:
          resources:
            requests: {cpu: 50m, memory: 128Mi}
            limits: {cpu: "1", memory: 512Mi}
        """);
  }

  @Test
  void applicationsWaitForTheirProxyAndMetricsAreMerged() {
    Map<String, Object> values = dev().istiod("default");

    assertYaml(values, "/meshConfig/enablePrometheusMerge", "true");
    assertYaml(values, "/meshConfig/defaultConfig", "holdApplicationUntilProxyStarts: true");
    assertYaml(values, "/meshConfig/pathNormalization", "normalization: DECODE_AND_MERGE_SLASHES");
    assertYaml(
        values,
        "/meshConfig/defaultHttpRetryPolicy",
        "{attempts: 2, retryOn: \"connect-failure,refused-stream,reset-before-request\"}");
  }

  @Test
  void aLineOfTheAccessLogIsJsonAndNamesItsTrace() {
    Map<String, Object> values = dev().istiod("default");

    assertYaml(values, "/meshConfig/accessLogFile", "/dev/stdout");
    assertYaml(values, "/meshConfig/accessLogEncoding", "JSON");
    assertThat(part(values, "/meshConfig/accessLogFormat").asText())
        .startsWith("{")
        .contains("\"trace_id\": \"%TRACE_ID%\"", "\"response_code\": \"%RESPONSE_CODE%\"")
        .endsWith("}\n");
  }

  @Test
  void tracesGoToTheCollectorThroughAnExtensionProvider() {
    IstioValues values =
        values(Profile.DEV, Facts.SHARED, PolicyScope.NAMESPACES, Optional.of(Meshes.COLLECTOR));

    assertYaml(values.istiod("default"), "/meshConfig/enableTracing", "true");
    assertYaml(
        values.istiod("default"),
        "/meshConfig/defaultConfig/tracingServiceName",
        "CANONICAL_NAME_ONLY");
    assertYaml(
        values.istiod("default"),
        "/meshConfig/extensionProviders",
        """
        - name: store-traces
          opentelemetry: {service: jaeger.tracing.svc.cluster.local, port: 4317}
        """);
  }

  @Test
  void anAuthorizerIsAskedThroughAnExtensionProviderThatFailsClosed() {
    IstioValues values =
        new IstioValues(
            MeshMode.SIDECAR,
            MeshSettings.defaults().proxy(),
            Profile.DEV,
            Facts.SHARED,
            Mirrors.NONE,
            PolicyScope.NAMESPACES,
            Optional.of(Meshes.COLLECTOR),
            List.of(new ExternalAuthorizer("store-login", "login.store.svc.cluster.local", 4180)));

    assertYaml(
        values.istiod("default"),
        "/meshConfig/extensionProviders",
        """
        - name: store-traces
          opentelemetry: {service: jaeger.tracing.svc.cluster.local, port: 4317}
        - name: store-login
          envoyExtAuthzHttp:
            service: login.store.svc.cluster.local
            port: 4180
            timeout: 5s
            statusOnError: "503"
            includeRequestHeadersInCheck: [accept, authorization, cookie]
            headersToUpstreamOnAllow: [authorization]
            headersToDownstreamOnAllow: [set-cookie]
            headersToDownstreamOnDeny: [content-type, set-cookie]
        """);
  }

  @Test
  void onlyAMeshOfOurOwnIsRegistryOnlyForEverybody() {
    IstioValues mesh = values(Profile.DEV, Facts.SHARED, PolicyScope.MESH, Optional.empty());

    assertYaml(mesh.istiod("default"), "/meshConfig/outboundTrafficPolicy", "mode: REGISTRY_ONLY");
    assertThat(part(dev().istiod("default"), "/meshConfig/outboundTrafficPolicy").isMissingNode())
        .isTrue();
  }

  @Test
  void theProductionControlPlaneSurvivesANodeAndADrain() {
    IstioValues prod = values(Profile.PROD, Facts.SHARED, PolicyScope.NAMESPACES, Optional.empty());

    assertYaml(prod.istiod("default"), "/autoscaleMin", "2");
    assertYaml(prod.istiod("default"), "/autoscaleMax", "5");
    assertYaml(
        prod.istiod("default"),
        "/pdb",
        "{minAvailable: 1, unhealthyPodEvictionPolicy: AlwaysAllow}");
    assertYaml(
        prod.istiod("default"),
        "/topologySpreadConstraints",
        """
        - maxSkew: 1
          topologyKey: topology.kubernetes.io/zone
          whenUnsatisfiable: ScheduleAnyway
          labelSelector: {matchLabels: {app: istiod}}
        - maxSkew: 1
          topologyKey: kubernetes.io/hostname
          whenUnsatisfiable: ScheduleAnyway
          labelSelector: {matchLabels: {app: istiod}}
        """);
    assertYaml(
        prod.istiod("default"),
        "/resources",
        "{requests: {cpu: 500m, memory: 2Gi}, limits: {memory: 4Gi}}");
  }

  @Test
  void theControlPlaneIsSmallInDev() {
    assertYaml(dev().istiod("default"), "/autoscaleMin", "1");
    assertYaml(dev().istiod("default"), "/autoscaleMax", "2");
    assertYaml(
        dev().istiod("default"),
        "/resources",
        "{requests: {cpu: 100m, memory: 256Mi}, limits: {memory: 1Gi}}");
    assertThat(part(dev().istiod("default"), "/topologySpreadConstraints").isMissingNode())
        .isTrue();
  }

  @Test
  void thePlatformMovesTheFoldersOfThePluginInEveryChart() {
    IstioValues gke = values(Profile.DEV, Facts.SPECIAL, PolicyScope.NAMESPACES, Optional.empty());

    assertYaml(gke.base("default"), "/global", "platform: gke");
    assertYaml(gke.cni(), "/global", "platform: gke");
    assertYaml(gke.istiod("default"), "/global/platform", "gke");
  }

  @Test
  void everyImageComesFromTheMirrorUnderIstiosPath() {
    IstioValues mirrored =
        new IstioValues(
            MeshMode.SIDECAR,
            MeshSettings.defaults().proxy(),
            Profile.DEV,
            Facts.SHARED,
            MIRRORS,
            PolicyScope.NAMESPACES,
            Optional.empty(),
            List.of());

    assertYaml(mirrored.cni(), "/global/hub", "registry.local:5000/mirror/release");
    assertYaml(mirrored.istiod("default"), "/global/hub", "registry.local:5000/mirror/release");
  }

  @Test
  void ambientModeIsIstiosOwnProfileAndTrustsTheNodeProxiesWhereTheyAre() {
    IstioValues ambient = ambient(Facts.SHARED, Mirrors.NONE);

    assertYaml(ambient.istiod("default"), "/profile", "ambient");
    assertYaml(ambient.istiod("default"), "/trustedZtunnelNamespace", "istio-cni");
    assertYaml(ambient.istiod("default"), "/global", "{}");
    assertThat(part(ambient.istiod("default"), "/meshConfig/defaultConfig").isMissingNode())
        .isTrue();
    assertYaml(ambient.cni(), "/profile", "ambient");
    assertYaml(
        ambient.ztunnel(),
        "",
        """
        istioNamespace: istio-system
        resources:
          requests: {cpu: 100m, memory: 256Mi}
          limits: {memory: 1Gi}
        """);
    assertThat(part(dev().istiod("default"), "/profile").isMissingNode()).isTrue();
    assertThat(part(dev().cni(), "/profile").isMissingNode()).isTrue();
  }

  @Test
  void theNodeProxiesKnowPlatformAndMirror() {
    IstioValues gke =
        ambient(ClusterFactsBuilder.builder(Facts.SHARED).istioPlatform("gke").build(), MIRRORS);

    assertYaml(gke.ztunnel(), "/platform", "gke");
    assertYaml(gke.ztunnel(), "/hub", "registry.local:5000/mirror/release");
  }

  private static IstioValues ambient(ClusterFacts facts, Mirrors mirrors) {
    return new IstioValues(
        MeshMode.AMBIENT,
        MeshSettings.defaults().proxy(),
        Profile.DEV,
        facts,
        mirrors,
        PolicyScope.NAMESPACES,
        Optional.empty(),
        List.of());
  }

  private static IstioValues dev() {
    return values(Profile.DEV, Facts.SHARED, PolicyScope.NAMESPACES, Optional.empty());
  }

  private static IstioValues values(
      Profile profile,
      ClusterFacts facts,
      PolicyScope scope,
      Optional<TracingCollector> collector) {
    return new IstioValues(
        MeshMode.SIDECAR,
        MeshSettings.defaults().proxy(),
        profile,
        facts,
        Mirrors.NONE,
        scope,
        collector,
        List.of());
  }
}
