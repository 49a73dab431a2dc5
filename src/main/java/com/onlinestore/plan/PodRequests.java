package com.onlinestore.plan;

import com.fasterxml.jackson.databind.JsonNode;

/** What the scheduler sets aside for one pod, the mesh's sidecar included. */
final class PodRequests {

  private PodRequests() {}

  /** The requests of a pod template. */
  static Amount of(JsonNode template) {
    JsonNode annotations = template.path("metadata").path("annotations");
    Amount running =
        Amount.of(
            annotations.path("sidecar.istio.io/proxyCPU").asText(),
            annotations.path("sidecar.istio.io/proxyMemory").asText());
    for (JsonNode container : template.path("spec").path("containers")) {
      running = running.plus(container(container));
    }
    Amount starting = Amount.NONE;
    for (JsonNode container : template.path("spec").path("initContainers")) {
      // An init container that restarts is a sidecar: it runs beside the others to the end.
      if (container.path("restartPolicy").asText().equals("Always")) {
        running = running.plus(container(container));
      } else {
        starting = starting.max(container(container));
      }
    }
    return running.max(starting);
  }

  private static Amount container(JsonNode container) {
    return Amount.of(request(container, "cpu"), request(container, "memory"));
  }

  // Without a request Kubernetes takes the limit.
  private static String request(JsonNode container, String resource) {
    JsonNode resources = container.path("resources");
    return resources
        .path("requests")
        .path(resource)
        .asText(resources.path("limits").path(resource).asText());
  }
}
