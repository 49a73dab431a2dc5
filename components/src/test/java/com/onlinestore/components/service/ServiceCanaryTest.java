package com.onlinestore.components.service;

import static com.onlinestore.components.Recording.TOP;
import static com.onlinestore.components.Yaml.assertYaml;
import static com.onlinestore.components.Yaml.part;
import static org.assertj.core.api.Assertions.assertThat;

import com.onlinestore.components.Recording;
import com.onlinestore.components.Registered;
import com.onlinestore.components.Yaml;
import com.onlinestore.components.cluster.ExistingCluster;
import com.onlinestore.components.cluster.ExistingClusterSettings;
import com.onlinestore.components.delivery.ArgoRollouts;
import com.onlinestore.components.helm.Mirrors;
import com.onlinestore.components.kubernetes.CustomObject;
import com.onlinestore.components.mesh.PreparedNamespace;
import com.onlinestore.components.observability.Monitoring;
import com.onlinestore.components.observability.alerts.Alerting;
import com.onlinestore.components.settings.Profile;
import com.pulumi.resources.Resource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ServiceCanaryTest {

  private static final String HOST = "orders.store.svc.cluster.local";
  private static final String POD =
      "reporter=\"destination\",destination_workload_namespace=\"store\","
          + "destination_canonical_service=\"orders\",pod=~\"orders-v1-{{args.hash}}-.*\"";

  @Test
  void aRolloutHasThePodsOfTheDeploymentItReplaces() {
    ServiceSettings settings = settings("canary: {}");
    ServiceSettings without = settings("");
    CustomObject rollout = new ServiceCanary(workload(settings)).rollout();
    var deployment = workload(without).deployment();

    assertYaml(rollout, "/apiVersion", "argoproj.io/v1alpha1");
    assertYaml(rollout, "/kind", "Rollout");
    assertYaml(rollout, "/metadata/name", "orders-v1");
    for (String same :
        List.of("/spec/selector", "/spec/template/metadata", "/spec/template/spec/containers")) {
      assertThat(part(rollout, same)).isEqualTo(part(deployment, same)).isNotEmpty();
    }
  }

  @Test
  void newPodsAreSpreadWithoutRegardToTheOldOnes() {
    assertYaml(
        new ServiceCanary(workload(settings("canary: {}"))).rollout(),
        "/spec/template/spec/topologySpreadConstraints/0/matchLabelKeys",
        "[rollouts-pod-template-hash]");
  }

  @Test
  void eachStepIsAWeightAWaitAndAJudgement() {
    assertYaml(
        new ServiceCanary(workload(settings("canary: {steps: [10, 40], interval: 5m}"))).rollout(),
        "/spec/strategy",
        """
        canary:
          trafficRouting:
            istio:
              virtualServices: [{name: orders--http--canary, routes: [by-weight]}]
              destinationRule:
                name: orders--canary
                canarySubsetName: canary
                stableSubsetName: stable
          steps:
            - setWeight: 10
            - pause: {duration: 300s}
            - analysis:
                templates: [{templateName: orders}]
                args: [{name: hash, valueFrom: {podTemplateHashValue: Latest}}]
            - setWeight: 40
            - pause: {duration: 300s}
            - analysis:
                templates: [{templateName: orders}]
                args: [{name: hash, valueFrom: {podTemplateHashValue: Latest}}]
        """);
  }

  @Test
  void allPortsWithRequestsTurnTogetherAndConnectionsStayWithTheStablePods() {
    ServiceSettings settings =
        settings("canary: {}, ports: {admin: {port: 9090}, binary: {port: 7000, protocol: tcp}}");

    assertYaml(
        new ServiceCanary(workload(settings)).rollout(),
        "/spec/strategy/canary/trafficRouting/istio/virtualServices",
        """
        - {name: orders--http--canary, routes: [by-weight]}
        - {name: orders--admin--canary, routes: [by-weight]}
        """);
    assertYaml(
        routes(settings).address(),
        "/spec/tcp",
        "[{match: [{port: 7000}], route: [{destination: {host: %s, subset: stable, port: {number: 7000}}}]}]"
            .formatted(HOST));
  }

  @Test
  void theRouteByWeightIsTheOnlyOneAndBeginsWithTheStablePods() {
    CustomObject routes = routes(settings("canary: {}")).byPort().get("http");

    assertYaml(routes, "/metadata/name", "orders--http--canary");
    assertThat(part(routes, "/spec/http")).hasSize(1);
    assertYaml(
        routes,
        "/spec/http/0/route",
        """
        - {destination: {host: %1$s, subset: stable, port: {number: 8080}}, weight: 100}
        - {destination: {host: %1$s, subset: canary, port: {number: 8080}}, weight: 0}
        """
            .formatted(HOST));
    assertYaml(
        routes(settings("canary: {}")).address(),
        "/spec/http/0/delegate",
        "{name: orders--http--canary, namespace: store}");
  }

  @Test
  void subsetsAreAllPodsUntilTheControllerTellsThemApart() {
    CustomObject rule =
        new ServiceTraffic("orders", settings("canary: {}"), store("canary: {}")).destinationRule();

    assertYaml(rule, "/metadata/name", "orders--canary");
    assertYaml(
        rule,
        "/spec/subsets",
        """
        - {name: stable, labels: {app.kubernetes.io/name: orders}}
        - {name: canary, labels: {app.kubernetes.io/name: orders}}
        """);
    assertThat(part(rule, "/spec/trafficPolicy"))
        .isEqualTo(
            part(
                new ServiceTraffic("orders", settings(""), store("")).destinationRule(),
                "/spec/trafficPolicy"));
  }

  @Test
  void aVersionIsJudgedByWhatItsOwnPodsAnsweredInTheStep() {
    CustomObject template = analysis("canary: {}");

    assertYaml(template, "/kind", "AnalysisTemplate");
    assertYaml(template, "/metadata/name", "orders");
    assertYaml(template, "/spec/args", "[{name: hash}]");
    assertYaml(
        template,
        "/spec/metrics",
        """
        - name: success-rate
          successCondition: len(result) > 0 && result[0] >= 99
          failureCondition: len(result) > 0 && result[0] < 99
          provider:
            prometheus:
              address: http://prometheus.monitoring.svc:9090
              query: >-
                100 * (1 - (sum(%2$s or %3$s) or vector(0)) / (sum(%4$s) > 0))
        - name: latency
          successCondition: len(result) > 0 && result[0] <= 500
          failureCondition: len(result) > 0 && result[0] > 500
          provider:
            prometheus:
              address: http://prometheus.monitoring.svc:9090
              query: >-
                histogram_quantile(0.99, sum by (le) (%5$s))
        """
            .formatted(
                POD,
                counted("istio_requests_total{%s,response_code=~\"5..|0\"}"),
                counted("istio_requests_total{%s,grpc_response_status=~\"2|4|12|13|14|15\"}"),
                counted("istio_requests_total{%s}"),
                counted("istio_request_duration_milliseconds_bucket{%s}")));
  }

  @Test
  void boundsAreWhatTheSettingsSay() {
    CustomObject template =
        analysis("canary: {successRate: 99.5, latency: {quantile: 99.9, max: 2s}}");

    assertThat(part(template, "/spec/metrics/0/failureCondition").asText())
        .isEqualTo("len(result) > 0 && result[0] < 99.5");
    assertThat(part(template, "/spec/metrics/1/failureCondition").asText())
        .isEqualTo("len(result) > 0 && result[0] > 2000");
    assertThat(part(template, "/spec/metrics/1/provider/prometheus/query").asText())
        .startsWith("histogram_quantile(0.999, ");
  }

  @Test
  void aServiceHasARolloutInsteadOfADeploymentAndARuleOfAnotherName() {
    assertThat(recording("canary: {}").childrenOf("shop"))
        .hasSize(13)
        .contains(
            "kubernetes:argoproj.io/v1alpha1:Rollout shop-rollout-v1",
            "kubernetes:argoproj.io/v1alpha1:AnalysisTemplate shop-canary-analysis",
            "kubernetes:networking.istio.io/v1:DestinationRule shop-canary-rule",
            "kubernetes:networking.istio.io/v1:VirtualService shop-canary-routes-http",
            "kubernetes:autoscaling/v2:HorizontalPodAutoscaler shop-autoscaler-v1")
        .noneMatch(child -> child.contains("Deployment"))
        .noneMatch(child -> child.endsWith("shop-destination-rule"));
  }

  /** What the controller looks at stands first, and no pod runs without its policies. */
  @Test
  void aRolloutComesAfterItsRoutesItsTemplateItsControllerAndItsPolicies() {
    Recording recording = recording("canary: {}");

    assertThat(recording.get("shop-rollout-v1").dependencies())
        .containsExactly(
            "shop-account",
            "shop-authorization",
            "shop-canary-analysis",
            "shop-canary-routes-http",
            "shop-canary-rule",
            "shop-network-policy",
            "shop-sidecar");
    assertThat(recording.get("shop-canary-analysis").dependencies())
        .containsExactly("argo-release", "shop-place-provider");
    assertThat(recording.get("shop-autoscaler-v1").dependencies())
        .containsExactly("shop-rollout-v1");
  }

  @Test
  void whatTheControllerAndTheAutoscalerWriteIsNoChangeOfOurs() {
    Recording recording = recording("canary: {}");

    assertThat(recording.get("shop-canary-routes-http").ignoreChanges())
        .containsExactly("spec.http[*].route[*].weight");
    assertThat(recording.get("shop-canary-rule").ignoreChanges()).containsExactly("spec.subsets");
    assertThat(recording.get("shop-rollout-v1").ignoreChanges()).containsExactly("spec.replicas");
    assertThat(recording("canary: {}, replicas: 3").get("shop-rollout-v1").ignoreChanges())
        .isEmpty();
    assertThat(recording.resources())
        .filteredOn(each -> each.parent().equals("shop"))
        .filteredOn(each -> !each.ignoreChanges().isEmpty())
        .extracting(Registered::name)
        .containsExactlyInAnyOrder(
            "shop-canary-routes-http", "shop-canary-rule", "shop-rollout-v1");
  }

  @Test
  void otherChangesWinOverTheControllersAndANewRolloutIsAwaited() {
    Recording recording = recording("canary: {}");
    String force = "/metadata/annotations/pulumi.com~1patchForce";

    for (String shared :
        List.of("shop-canary-routes-http", "shop-canary-rule", "shop-rollout-v1")) {
      assertYaml(recording.get(shared).inputs(), force, "\"true\"");
    }
    assertYaml(
        recording.get("shop-rollout-v1").inputs(),
        "/metadata/annotations/pulumi.com~1waitFor",
        "jsonpath={.status.availableReplicas}");
  }

  @Test
  void aRolloutStartsWithThePodsThatTheAutoscalerKeepsAtLeast() {
    assertYaml(
        recording("canary: {}, autoscaling: {min: 4}").get("shop-rollout-v1").inputs(),
        "/spec/replicas",
        "4");
    assertYaml(
        recording("canary: {}, replicas: 3").get("shop-rollout-v1").inputs(),
        "/spec/replicas",
        "3");
  }

  @Test
  void aCanaryThatNobodyCanAskAboutIsRefused() {
    assertThat(
            Recording.refusal(() -> service(settings("canary: {}"), Optional.empty(), List.of())))
        .isEqualTo("orders has a canary, and nobody said where Prometheus is.");
  }

  /** What was added in the step; a series that is new began at zero. */
  private static String counted(String series) {
    String of = series.formatted(POD);
    return "clamp_min(%s - (%s offset 120s or %s * 0), 0)".formatted(of, of, of);
  }

  private static Recording recording(String yaml) {
    return Recording.of(
        () ->
            service(
                settings(yaml),
                Optional.of("http://prometheus.monitoring.svc:9090"),
                new ArgoRollouts("argo", Profile.DEV, Mirrors.NONE, TOP).ready()));
  }

  private static void service(
      ServiceSettings settings, Optional<String> prometheus, List<Resource> rollouts) {
    Store plain = Stores.of("orders", settings);
    Store store =
        new Store(
            "dev",
            plain.namespace(),
            plain.graph(),
            plain.mesh(),
            new Monitoring("monitoring", Map.of(), List.of(), prometheus, Alerting.DEFAULTS),
            plain.mirrors(),
            plain.ingress(),
            plain.identity(),
            rollouts);
    Resource place =
        new ExistingCluster("shop-place", ExistingClusterSettings.defaults(), TOP).provider();
    new StoreService("shop", "orders", store, new PreparedNamespace(place, List.of()), TOP);
  }

  private static CustomObject analysis(String yaml) {
    return new CanaryAnalysis("orders", settings(yaml), store(yaml)).template();
  }

  private static ServiceRoutes routes(ServiceSettings settings) {
    return new ServiceRoutes("orders", settings, Stores.of("orders", settings));
  }

  private static ServiceWorkload workload(ServiceSettings settings) {
    return new ServiceWorkload("orders", settings, Stores.of("orders", settings));
  }

  private static Store store(String yaml) {
    return Stores.of("orders", settings(yaml));
  }

  private static ServiceSettings settings(String yaml) {
    return Yaml.read(ServiceSettings.class, "{image: 'acme/orders:1', " + yaml + "}");
  }
}
