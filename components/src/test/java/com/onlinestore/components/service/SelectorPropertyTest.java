package com.onlinestore.components.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.onlinestore.components.Endpoint;
import com.onlinestore.components.Selectors;
import com.onlinestore.components.Yaml;
import java.util.Map;
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
              ServiceWorkload workload = new ServiceWorkload(name, settings, store);
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
  void subsetsAutoscalersAndRoutesNameWhatIsThere(@ForAll("stores") Store store) {
    Map<String, Endpoint> pods = Manifested.pods(store);
    store
        .graph()
        .services()
        .forEach(
            (name, settings) -> {
              ServiceTraffic traffic = new ServiceTraffic(name, settings, store);
              String version = pods.get(name).labels().get("version");
              assertThat(text(traffic.destinationRule(), "/spec/subsets/0/labels/version"))
                  .isEqualTo(version);
              assertThat(
                      text(
                          traffic.virtualService(), "/spec/http/0/route/0/destination/port/number"))
                  .isEqualTo(String.valueOf(settings.port()));
              new ServiceScaling(name, settings, store)
                  .autoscaler()
                  .ifPresent(
                      autoscaler -> {
                        assertThat(text(autoscaler, "/spec/scaleTargetRef/name")).isEqualTo(name);
                        assertThat(text(autoscaler, "/spec/metrics/0/containerResource/container"))
                            .isEqualTo(name);
                      });
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
  private static void findsOnly(String name, Map<String, Endpoint> pods, JsonNode selector) {
    Map<String, Object> map = MAPPER.convertValue(selector, Map.class);
    assertThat(map).isNotEmpty();
    pods.forEach(
        (service, pod) ->
            assertThat(Selectors.matches(map, pod.labels())).isEqualTo(service.equals(name)));
  }
}
