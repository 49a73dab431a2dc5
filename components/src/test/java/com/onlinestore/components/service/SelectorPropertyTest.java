package com.onlinestore.components.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.onlinestore.components.Endpoint;
import com.onlinestore.components.Selectors;
import com.onlinestore.components.Yaml;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Everything that finds pods by labels finds those of its own service, and no others. */
class SelectorPropertyTest {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  @Property
  void everySelectorFindsItsOwnPodsAlone(@ForAll("stores") Store store) {
    Map<String, Endpoint> pods = Manifested.pods(store);
    store
        .graph()
        .services()
        .forEach(
            (name, settings) -> {
              ServiceWorkload workload =
                  new ServiceWorkload(name, settings.releases().values().iterator().next(), store);
              ServiceTraffic traffic = new ServiceTraffic(name, settings, store);
              ServicePolicies policies = new ServicePolicies(name, settings, store);
              findsOnly(name, pods, workload.deployment(), "/spec/selector");
              findsOnly(
                  name,
                  pods,
                  workload.deployment(),
                  "/spec/template/spec/topologySpreadConstraints/0/labelSelector");
              findsOnly(
                  name,
                  pods,
                  new ServiceScaling(name, settings, store).disruptionBudget(),
                  "/spec/selector");
              findsOnly(name, pods, policies.networkPolicy(), "/spec/podSelector");
              findsOnly(name, pods, policies.authorizationPolicy(), "/spec/selector");
              findsOnly(name, pods, traffic.podMonitor().orElseThrow(), "/spec/selector");
              findsOnlyLabels(name, pods, workload.service(), "/spec/selector");
              findsOnlyLabels(name, pods, traffic.sidecar(), "/spec/workloadSelector/labels");
            });
  }

  @Property
  void versionsSharePodsWithNobodyAndHaveASubsetAndAnAutoscalerEach(@ForAll("stores") Store store) {
    Map<String, Map<String, String>> pods = new TreeMap<>();
    versions(
        store,
        (name, release) ->
            pods.put(deployment(name, release, store), labels(name, release, store)));
    versions(
        store,
        (name, release) -> {
          String own = deployment(name, release, store);
          JsonNode selector =
              Yaml.part(workload(name, release, store).deployment(), "/spec/selector");
          pods.forEach(
              (deployment, labels) ->
                  assertThat(Selectors.matches(map(selector), labels))
                      .as("%s selects pods of %s", own, deployment)
                      .isEqualTo(deployment.equals(own)));
          assertThat(subsets(name, store))
              .contains(entry(release.version(), labels(name, release, store).get("version")));
          new ServiceScaling(name, release, store)
              .autoscaler()
              .ifPresent(
                  autoscaler -> {
                    assertThat(text(autoscaler, "/spec/scaleTargetRef/name")).isEqualTo(own);
                    assertThat(text(autoscaler, "/spec/metrics/0/containerResource/container"))
                        .isEqualTo(name);
                  });
        });
  }

  @Property
  void weightsSumToAHundredAndRoutesNameSubsetsAndPortsThatAreThere(@ForAll("stores") Store store) {
    store
        .graph()
        .services()
        .forEach(
            (name, settings) -> {
              ServiceRoutes routes = new ServiceRoutes(name, settings, store);
              List<JsonNode> lists = new ArrayList<>();
              Stream.concat(Stream.of(routes.address()), routes.byPort().values().stream())
                  .forEach(
                      object -> {
                        Yaml.part(object, "/spec/http")
                            .forEach(route -> lists.add(route.path("route")));
                        Yaml.part(object, "/spec/tcp")
                            .forEach(route -> lists.add(route.path("route")));
                      });
              for (JsonNode destinations : lists) {
                int sum = 0;
                for (JsonNode each : destinations) {
                  sum += each.path("weight").asInt(100);
                  JsonNode destination = each.path("destination");
                  if (destination.has("subset")) {
                    assertThat(subsets(name, store))
                        .containsKey(destination.path("subset").asText());
                  }
                  assertThat(settings.servicePorts())
                      .extracting(ServicePort::number)
                      .contains(destination.at("/port/number").asInt());
                }
                assertThat(sum).isEqualTo(destinations.isMissingNode() ? 0 : 100);
              }
            });
  }

  @Provide
  Arbitrary<Store> stores() {
    return Services.stores();
  }

  private static String text(Object object, String pointer) {
    return Yaml.part(object, pointer).asText();
  }

  private static void findsOnly(
      String name, Map<String, Endpoint> pods, Object object, String pointer) {
    findsOnly(name, pods, Yaml.part(object, pointer));
  }

  private static void findsOnlyLabels(
      String name, Map<String, Endpoint> pods, Object object, String pointer) {
    JsonNode selector = MAPPER.createObjectNode().set("matchLabels", Yaml.part(object, pointer));
    findsOnly(name, pods, selector);
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> map(JsonNode node) {
    return MAPPER.convertValue(node, Map.class);
  }

  private static void findsOnly(String name, Map<String, Endpoint> pods, JsonNode selector) {
    Map<String, Object> map = map(selector);
    assertThat(map).isNotEmpty();
    pods.forEach(
        (service, pod) ->
            assertThat(Selectors.matches(map, pod.labels())).isEqualTo(service.equals(name)));
  }

  private interface Version {
    void accept(String service, ServiceSettings release);
  }

  private static void versions(Store store, Version check) {
    store
        .graph()
        .services()
        .forEach(
            (name, settings) ->
                settings.releases().values().forEach(release -> check.accept(name, release)));
  }

  private static ServiceWorkload workload(String name, ServiceSettings release, Store store) {
    return new ServiceWorkload(name, release, store);
  }

  private static String deployment(String name, ServiceSettings release, Store store) {
    return workload(name, release, store).deployment().getMetadata().getName();
  }

  private static Map<String, String> labels(String name, ServiceSettings release, Store store) {
    return workload(name, release, store)
        .deployment()
        .getSpec()
        .getTemplate()
        .getMetadata()
        .getLabels();
  }

  private static Map<String, String> subsets(String name, Store store) {
    Map<String, String> subsets = new TreeMap<>();
    Yaml.part(
            new ServiceTraffic(name, store.graph().settingsOf(name), store).destinationRule(),
            "/spec/subsets")
        .forEach(
            subset ->
                subsets.put(subset.path("name").asText(), subset.at("/labels/version").asText()));
    return subsets;
  }
}
