package com.onlinestore.components.service;

import static com.onlinestore.components.Recording.TOP;
import static com.onlinestore.components.Yaml.assertYaml;
import static org.assertj.core.api.Assertions.assertThat;

import com.onlinestore.components.Recording;
import com.onlinestore.components.Registered;
import com.onlinestore.components.Yaml;
import com.onlinestore.components.cluster.ExistingCluster;
import com.onlinestore.components.cluster.ExistingClusterSettings;
import com.onlinestore.components.mesh.PreparedNamespace;
import com.onlinestore.components.observability.Monitoring;
import com.onlinestore.components.observability.alerts.Alerting;
import com.onlinestore.components.observability.objectives.SloSettings;
import com.pulumi.resources.Resource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StoreServiceTest {

  private static final String NAME_LABEL = "/metadata/labels/app.kubernetes.io~1name";

  private static final List<String> ALWAYS =
      List.of(
          "kubernetes:core/v1:ServiceAccount shop-account",
          "kubernetes:networking.k8s.io/v1:NetworkPolicy shop-network-policy",
          "kubernetes:security.istio.io/v1:AuthorizationPolicy shop-authorization",
          "kubernetes:networking.istio.io/v1:Sidecar shop-sidecar",
          "kubernetes:core/v1:Service shop-service",
          "kubernetes:networking.istio.io/v1:DestinationRule shop-destination-rule",
          "kubernetes:networking.istio.io/v1:VirtualService shop-routes-http",
          "kubernetes:networking.istio.io/v1:VirtualService shop-virtual-service",
          "kubernetes:apps/v1:Deployment shop-deployment-v1",
          "kubernetes:policy/v1:PodDisruptionBudget shop-disruption-budget",
          "kubernetes:monitoring.coreos.com/v1:PodMonitor shop-pod-monitor");

  @Test
  void isCompleteWithAnAutoscaler() {
    Recording recording = recording(Stores.service().build());

    assertThat(recording.get("shop").type()).isEqualTo("online-store:service:StoreService");
    assertThat(recording.childrenOf("shop"))
        .hasSize(12)
        .containsAll(ALWAYS)
        .contains("kubernetes:autoscaling/v2:HorizontalPodAutoscaler shop-autoscaler-v1");
  }

  @Test
  void hasFilesWhereSomeAreSetAndNoAutoscalerForAFixedNumber() {
    assertThat(
            recording(Stores.service().replicas(2).configFiles(Map.of("/etc/a", "1")).build())
                .childrenOf("shop"))
        .hasSize(12)
        .containsAll(ALWAYS)
        .contains("kubernetes:core/v1:ConfigMap shop-config");
    assertThat(recording(Stores.service().replicas(2).build()).childrenOf("shop"))
        .containsExactlyInAnyOrderElementsOf(ALWAYS);
  }

  @Test
  void noPodEverRunsWithoutItsLimits() {
    Recording recording =
        recording(
            Stores.service()
                .limits(new LimitSettings(new RateSettings(100, null, null), null))
                .build());

    assertThat(recording.childrenOf("shop"))
        .hasSize(13)
        .contains("kubernetes:networking.istio.io/v1alpha3:EnvoyFilter shop-limits");
    assertThat(recording.get("shop-deployment-v1").dependencies()).contains("shop-limits");
  }

  @Test
  void aPromiseComesWithItsRulesAfterTheOperatorsKinds() {
    Recording recording =
        recording(
            Stores.service()
                .slo(
                    Yaml.read(
                        SloSettings.class,
                        "{availability: 99.9, latency: {threshold: 300ms, target: 99}}"))
                .team("checkout")
                .build());

    assertThat(recording.childrenOf("shop"))
        .hasSize(13)
        .contains("kubernetes:monitoring.coreos.com/v1:PrometheusRule shop-objectives");
    assertYaml(
        recording.get("shop-objectives").inputs(),
        "/metadata/annotations",
        "online-store/objectives: 99.9 % good, 99 % in 300ms");
    assertYaml(
        recording.get("shop-objectives").inputs(),
        "/spec/groups/0/rules/6/labels/team",
        "checkout");
    assertThat(
            Yaml.part(
                    recording.get("shop-deployment-v1").inputs(),
                    "/spec/template/metadata/annotations/sidecar.istio.io~1statsHistogramBuckets")
                .asText())
        .contains(",250,300,500,");
  }

  @Test
  void everyObjectCarriesTheServicesNameAndLabelInTheStoresNamespace() {
    Recording recording = recording(Stores.service().configFiles(Map.of("/etc/a", "1")).build());

    assertThat(recording.childrenOf("shop")).hasSize(13);
    assertThat(recording.resources())
        .filteredOn(each -> each.parent().equals("shop"))
        .allSatisfy(
            each -> {
              assertThat(Yaml.part(each.inputs(), "/metadata/name").asText())
                  .isIn("orders", "orders-v1", "orders--http");
              assertYaml(each.inputs(), NAME_LABEL, "orders");
              assertYaml(each.inputs(), "/metadata/namespace", "store");
            });
  }

  @Test
  void noPodEverRunsWithoutItsPolicies() {
    Recording recording = recording(Stores.service().configFiles(Map.of("/etc/a", "1")).build());

    assertThat(recording.get("shop-deployment-v1").dependencies())
        .containsExactly(
            "shop-account",
            "shop-authorization",
            "shop-config",
            "shop-network-policy",
            "shop-sidecar");
    assertThat(recording.get("shop-autoscaler-v1").dependencies())
        .containsExactly("shop-deployment-v1");
  }

  /** A share of the requests must not go to pods that are not there yet. */
  @Test
  void weightsChangeWhenAllVersionsAreReadyAndSubsetsStand() {
    Recording recording =
        recording(
            Stores.service()
                .versions(
                    Map.of(
                        "v1", VersionSettingsBuilder.builder().weight(80).build(),
                        "v2", VersionSettingsBuilder.builder().weight(20).build()))
                .build());

    assertThat(recording.get("shop-destination-rule").dependencies())
        .containsExactly("shop-deployment-v1", "shop-deployment-v2");
    assertThat(recording.get("shop-routes-http").dependencies())
        .containsExactly("shop-destination-rule");
    assertThat(recording.get("shop-virtual-service").dependencies())
        .containsExactly("shop-destination-rule", "shop-routes-http");
    assertThat(recording.childrenOf("shop"))
        .contains(
            "kubernetes:autoscaling/v2:HorizontalPodAutoscaler shop-autoscaler-v1",
            "kubernetes:autoscaling/v2:HorizontalPodAutoscaler shop-autoscaler-v2");
  }

  @Test
  void waitsForTheNamespaceAndItsMonitorForTheOperator() {
    Recording recording =
        Recording.of(
            () -> {
              Resource first =
                  new ExistingCluster("first", ExistingClusterSettings.defaults(), TOP).provider();
              Resource guard =
                  new ExistingCluster("guard", ExistingClusterSettings.defaults(), TOP).provider();
              Resource operator =
                  new ExistingCluster("watch", ExistingClusterSettings.defaults(), TOP).provider();
              Store plain = Stores.of("orders", Stores.service().build());
              Store watched =
                  new Store(
                      plain.namespace(),
                      plain.graph(),
                      plain.mesh(),
                      new Monitoring(
                          "monitoring",
                          Map.of(),
                          List.of(operator),
                          Optional.empty(),
                          Alerting.DEFAULTS),
                      plain.mirrors(),
                      plain.ingress());
              new StoreService(
                  "shop", "orders", watched, new PreparedNamespace(first, List.of(guard)), TOP);
            });

    for (String suffix : List.of("account", "network-policy", "service", "disruption-budget")) {
      assertThat(recording.get("shop-" + suffix).dependencies()).containsExactly("first-provider");
    }
    assertThat(recording.get("shop-deployment-v1").dependencies())
        .contains("guard-provider")
        .doesNotContain("first-provider");
    assertThat(recording.get("shop-pod-monitor").dependencies())
        .containsExactly("first-provider", "watch-provider");
  }

  @Test
  void refusesSettingsWithProblemsAndServicesTheStoreDoesNotHave() {
    ServiceSettings broken =
        Stores.service().autoscaling(new AutoscalingSettings(5, 3, null, null)).build();

    assertThat(Recording.refusal(() -> service("shop", broken)))
        .isEqualTo(
            "shop: the service's settings have problems%n  autoscaling: min (5) must not be"
                    .formatted()
                + " greater than max (3).");
    assertThat(
            Recording.refusal(
                () ->
                    new StoreService(
                        "shop", "order", Stores.of("orders", broken), namespace("shop"), TOP)))
        .isEqualTo("\"order\" is not a service of this store.");
  }

  @Test
  void twoInAStackShareNoResourceName() {
    Recording recording =
        Recording.of(
            () -> {
              service("one", Stores.service().build());
              service("two", Stores.service().build());
            });

    assertThat(recording.resources())
        .hasSize(30)
        .extracting(Registered::toString)
        .doesNotHaveDuplicates();
  }

  @Test
  void withoutSidecarsItsPodsAreHeldToTheWaypoint() {
    Store store = Stores.ambient(Stores.of("orders", Stores.service().build()));
    Recording recording =
        Recording.of(() -> new StoreService("shop", "orders", store, namespace("shop"), TOP));

    assertThat(recording.childrenOf("shop"))
        .hasSize(12)
        .contains("kubernetes:security.istio.io/v1:AuthorizationPolicy shop-pods-authorization")
        .doesNotContain("kubernetes:networking.istio.io/v1:Sidecar shop-sidecar");
    assertThat(recording.get("shop-deployment-v1").dependencies())
        .contains("shop-pods-authorization", "shop-authorization", "shop-network-policy");
  }

  private static Recording recording(ServiceSettings settings) {
    return Recording.of(() -> service("shop", settings));
  }

  private static void service(String name, ServiceSettings settings) {
    new StoreService(name, "orders", Stores.of("orders", settings), namespace(name), TOP);
  }

  /** Any resource can stand for the namespace. */
  private static PreparedNamespace namespace(String name) {
    return new PreparedNamespace(
        new ExistingCluster(name + "-place", ExistingClusterSettings.defaults(), TOP).provider(),
        List.of());
  }
}
