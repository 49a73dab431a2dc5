package com.onlinestore.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.onlinestore.plan.cloud.Opening;
import com.onlinestore.plan.cloud.Openings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * What can be reached from outside the cluster: gateways, Ingresses, and Services with a port of
 * their own on a load balancer or on the nodes, also those of Helm releases; and what the cloud
 * around the cluster lets in.
 */
final class Exposure {

  private static final Set<String> EXPOSED = Set.of("LoadBalancer", "NodePort");

  private final List<Opening> openings = new ArrayList<>();

  private Exposure() {}

  static List<Opening> of(Plan plan, List<Manifest> manifests, List<PlannedRelease> releases) {
    Exposure exposure = new Exposure();
    manifests.forEach(each -> exposure.add(each, manifests));
    releases.forEach(exposure::add);
    CloudResources.of(plan).map(Openings::of).forEach(exposure.openings::addAll);
    return exposure.openings;
  }

  static List<String> lines(List<Opening> openings) {
    TextTable table = new TextTable("what", "how", "where");
    openings.forEach(opening -> table.add(opening.what(), opening.how(), opening.where()));
    List<String> lines = table.lines();
    return lines.isEmpty() ? List.of("  nothing is exposed") : lines;
  }

  private void add(Manifest manifest, List<Manifest> all) {
    JsonNode spec = manifest.content().path("spec");
    String what = manifest.kind() + " " + manifest.path();
    switch (manifest.kind()) {
      case "Gateway" -> {
        if (!manifest.group().equals(GatewayExposure.GROUP)) {
          addGateway(what, spec);
          // A waypoint is for pods of the mesh alone.
        } else if (!spec.path("gatewayClassName").asText().equals("istio-waypoint")) {
          addGateway(what, spec, new GatewayExposure(manifest, all));
        }
      }
      case "Ingress" ->
          add(what, "HTTP", texts(spec.path("rules"), rule -> rule.path("host").asText("*")));
      case "Service" ->
          addService(
              what,
              spec.path("type").asText(),
              spec.path("ports"),
              manifest.content().path("metadata").path("annotations"));
      default -> {}
    }
  }

  private void addGateway(String what, JsonNode spec) {
    for (JsonNode server : spec.path("servers")) {
      JsonNode port = server.path("port");
      String redirect = server.path("tls").path("httpsRedirect").asBoolean() ? " to HTTPS" : "";
      add(
          what,
          port.path("protocol").asText() + " " + port.path("number").asText() + redirect,
          texts(server.path("hosts"), JsonNode::asText));
    }
  }

  private void addGateway(String what, JsonNode spec, GatewayExposure gateway) {
    for (JsonNode listener : spec.path("listeners")) {
      String redirect = gateway.redirects(listener) ? " to HTTPS" : "";
      add(
          what,
          listener.path("protocol").asText() + " " + listener.path("port").asText() + redirect,
          gateway.hosts(listener));
    }
    if (spec.path("gatewayClassName").asText().equals("istio")) {
      JsonNode annotations = spec.at("/infrastructure/annotations");
      addService(what, gateway.serviceType(), spec.path("listeners"), annotations);
    }
  }

  private void addService(String what, String type, JsonNode ports, JsonNode annotations) {
    if (EXPOSED.contains(type)) {
      String how =
          Openings.loadBalancer(annotations)
              .filter(scheme -> type.equals("LoadBalancer"))
              .map(scheme -> scheme + " LoadBalancer")
              .orElse(type);
      add(what, how, ports.isEmpty() ? "default ports" : "ports " + numbers(ports));
    }
  }

  private void add(String what, String how, String where) {
    openings.add(new Opening(what, how, where));
  }

  private void add(PlannedRelease release) {
    String what = "Release " + release.namespace() + "/" + release.name();
    JsonNode service = release.values().path("service");
    if (isIstioGateway(release)) {
      String type = service.path("type").asText("LoadBalancer");
      addService(what, type, service.path("ports"), service.path("annotations"));
    } else {
      addServices(what, release.values());
    }
  }

  // The chart's own default is a load balancer.
  private static boolean isIstioGateway(PlannedRelease release) {
    return release.chart().equals("gateway") || release.chart().endsWith("/gateway");
  }

  private void addServices(String what, JsonNode values) {
    for (Map.Entry<String, JsonNode> field : values.properties()) {
      JsonNode value = field.getValue();
      String path = what + " " + field.getKey();
      if (field.getKey().equals("ingress") && value.path("enabled").asBoolean()) {
        add(path, "HTTP", texts(value.path("hosts"), JsonNode::asText));
      }
      addService(path, value.path("type").asText(), value.path("ports"), value.path("annotations"));
      addServices(path, value);
    }
  }

  // As kubectl writes them: the port, then the one on the nodes where it is fixed.
  private static String numbers(JsonNode ports) {
    return texts(
        ports,
        port ->
            port.path("port").asText() + (port.has("nodePort") ? ":" + port.path("nodePort") : ""));
  }

  private static String texts(JsonNode list, Function<JsonNode, String> text) {
    return StreamSupport.stream(list.spliterator(), false)
        .map(text)
        .collect(Collectors.joining(", "));
  }
}
