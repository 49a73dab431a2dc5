package com.onlinestore.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.onlinestore.components.observability.Tool;
import com.onlinestore.plan.Plan;
import com.onlinestore.plan.PlannedResource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;

/**
 * What the controllers of a cluster make of a plan's objects: a pod with a sidecar for each
 * workload, a Service and a pod for each gateway, a pod of Prometheus, an address for each outside
 * host.
 */
final class Controllers {

  private static final Set<String> KINDS_WITH_PODS =
      Set.of("Deployment", "StatefulSet", "DaemonSet", "Rollout");

  private static final ObjectMapper JSON = new ObjectMapper();

  private Controllers() {}

  /** Writes one file per object below the folder of a plan's manifests. */
  static void write(Plan plan, Path folder) throws IOException {
    for (PlannedResource resource : plan.resources()) {
      JsonNode inputs = JSON.valueToTree(resource.inputs());
      if (KINDS_WITH_PODS.contains(resource.kind())) {
        JsonNode template = inputs.at("/spec/template");
        write(pod(inputs, template.at("/metadata/labels"), template.get("spec")), folder);
      } else if (resource.type().endsWith(":ServiceEntry")) {
        write(withAddress(inputs.deepCopy()), folder);
      } else if (inputs.path("chart").asText().endsWith("gateway")) {
        String name = inputs.at("/values/name").asText();
        ObjectNode labels = JSON.createObjectNode().put("istio", name).put("app", name);
        ObjectNode service = object("Service", inputs.path("namespace").asText(), name);
        writeGateway(service, labels, inputs.at("/values/service/ports"), folder);
      } else if (inputs.at("/spec/gatewayClassName").asText().equals("istio")) {
        String name = inputs.at("/metadata/name").asText();
        ObjectNode labels = inputs.at("/spec/infrastructure/labels").deepCopy();
        labels.put("gateway.networking.k8s.io/gateway-name", name);
        String namespace = inputs.at("/metadata/namespace").asText();
        ObjectNode service = object("Service", namespace, name + "-istio");
        writeGateway(service, labels, servicePorts(inputs.at("/spec/listeners")), folder);
      } else if (inputs.path("chart").asText().endsWith("kube-prometheus-stack")) {
        ObjectNode prometheus =
            object("Prometheus", inputs.path("namespace").asText(), "prometheus");
        ObjectNode labels = JSON.createObjectNode().put("app.kubernetes.io/name", "prometheus");
        write(pod(prometheus, labels, JSON.createObjectNode()), folder);
        writeTool(Tool.GRAFANA, folder);
        writeTool(Tool.PROMETHEUS, folder);
        writeTool(Tool.ALERTMANAGER, folder);
      } else if (inputs.path("chart").asText().endsWith("jaeger")) {
        writeTool(Tool.JAEGER, folder);
      }
    }
  }

  private static void writeTool(Tool tool, Path folder) throws IOException {
    String name = tool.address().substring(0, tool.address().indexOf('.'));
    ObjectNode service = object("Service", tool.namespace(), name);
    ObjectNode spec = service.putObject("spec");
    spec.set("selector", JSON.valueToTree(tool.podLabels()));
    spec.putArray("ports")
        .addObject()
        .put("name", "http-web")
        .put("port", tool.port())
        .put("targetPort", tool.podPort());
    write(service, folder);
  }

  private static void writeGateway(
      ObjectNode service, ObjectNode labels, JsonNode ports, Path folder) throws IOException {
    ObjectNode spec = service.putObject("spec");
    spec.set("selector", labels);
    spec.set("ports", ports);
    write(service, folder);
    write(pod(service, labels, JSON.createObjectNode()), folder);
  }

  private static ArrayNode servicePorts(JsonNode listeners) {
    ArrayNode ports = JSON.createArrayNode();
    for (JsonNode listener : listeners) {
      ports
          .addObject()
          .put("name", listener.path("name").asText())
          .put("port", listener.path("port").asInt());
    }
    return ports;
  }

  private static ObjectNode pod(JsonNode owner, JsonNode labels, JsonNode spec) {
    ObjectNode pod =
        object(
            "Pod", owner.at("/metadata/namespace").asText(), owner.at("/metadata/name").asText());
    ((ObjectNode) pod.get("metadata")).set("labels", labels);
    ObjectNode injected = pod.putObject("spec").setAll((ObjectNode) spec);
    injected
        .withArray("containers")
        .addObject()
        .put("name", "istio-proxy")
        .put("image", "registry.istio.io/release/proxyv2:1.30.3");
    return pod;
  }

  private static ObjectNode withAddress(ObjectNode entry) {
    entry.putObject("status").putArray("addresses").addObject().put("value", "240.240.0.1");
    return entry;
  }

  private static ObjectNode object(String kind, String namespace, String name) {
    ObjectNode object = JSON.createObjectNode().put("apiVersion", "v1").put("kind", kind);
    object.putObject("metadata").put("name", name).put("namespace", namespace);
    return object;
  }

  private static void write(ObjectNode object, Path folder) throws IOException {
    String name =
        object.get("kind").asText().toLowerCase(Locale.ROOT)
            + "-"
            + object.at("/metadata/name").asText();
    Path namespace = folder.resolve(object.at("/metadata/namespace").asText());
    Files.createDirectories(namespace);
    new YAMLMapper().writeValue(namespace.resolve(name + ".yaml").toFile(), object);
  }
}
