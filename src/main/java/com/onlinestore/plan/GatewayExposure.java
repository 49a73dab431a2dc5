package com.onlinestore.plan;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * What a Gateway of the Gateway API lets in: the hosts of the routes on its listeners. Its
 * controller makes the Service before it, so that one is in no plan.
 *
 * @param gateway the object
 * @param manifests all objects of the plan
 */
public record GatewayExposure(Manifest gateway, List<Manifest> manifests) {

  /** The group of the Gateway API. */
  public static final String GROUP = "gateway.networking.k8s.io";

  /** Of a listener: its own host, those of its routes, or a star where nobody names one. */
  public String hosts(JsonNode listener) {
    List<String> hosts = new ArrayList<>();
    routes(listener)
        .flatMap(route -> stream(route.at("/spec/hostnames")))
        .map(JsonNode::asText)
        .filter(host -> !hosts.contains(host))
        .forEach(hosts::add);
    String own = listener.path("hostname").asText("*");
    return hosts.isEmpty() || !own.equals("*") ? own : String.join(", ", hosts);
  }

  /** Whether all that a listener does is to send clients to HTTPS. */
  public boolean redirects(JsonNode listener) {
    List<JsonNode> filters =
        routes(listener)
            .flatMap(route -> stream(route.at("/spec/rules")))
            .map(rule -> rule.at("/filters/0"))
            .toList();
    return !filters.isEmpty()
        && filters.stream()
            .allMatch(filter -> filter.at("/requestRedirect/scheme").asText().equals("https"));
  }

  /** The kind of Service that Istio is told to make; a load balancer where it is told nothing. */
  String serviceType() {
    return gateway
        .content()
        .path("metadata")
        .path("annotations")
        .path("networking.istio.io/service-type")
        .asText("LoadBalancer");
  }

  private Stream<JsonNode> routes(JsonNode listener) {
    String section = listener.path("name").asText();
    return manifests.stream()
        .filter(each -> each.group().equals(GROUP) && each.kind().equals("HTTPRoute"))
        .filter(each -> each.namespace().equals(gateway.namespace()))
        .map(Manifest::content)
        .filter(
            route ->
                stream(route.at("/spec/parentRefs"))
                    .anyMatch(
                        parent ->
                            parent.path("name").asText().equals(gateway.name())
                                && parent.path("sectionName").asText(section).equals(section)));
  }

  private static Stream<JsonNode> stream(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false);
  }
}
