package com.onlinestore.components.observability.dashboard;

/**
 * What some containers use of what they asked for.
 *
 * @param selector which, without braces
 * @param by the labels that tell the answers apart
 */
record Containers(String selector, String by) {

  /** The share of the requested processor time that is used; above 1 is borrowed. */
  String cpuOfRequest(String window) {
    return "sum by (%s) (rate(container_cpu_usage_seconds_total{%s}[%s]))"
            .formatted(by, selector, window)
        + " / sum by (%s) (kube_pod_container_resource_requests{%s,resource=\"cpu\"})"
            .formatted(by, selector);
  }

  /** The share of the memory limit that is used; at 1 the kernel ends the container. */
  String memoryOfLimit() {
    return "sum by (%s) (container_memory_working_set_bytes{%s})".formatted(by, selector)
        + " / sum by (%s) (kube_pod_container_resource_limits{%s,resource=\"memory\"})"
            .formatted(by, selector);
  }

  /** How many of them are ready. */
  String ready() {
    return "sum by (%s) (kube_pod_container_status_ready{%s})".formatted(by, selector);
  }

  /** Restarts of the last hour; a sidecar is an init container that stays. */
  String restarts() {
    return "sum by (%s) (increase(kube_pod_container_status_restarts_total{%s}[1h])"
            .formatted(by, selector)
        + " or increase(kube_pod_init_container_status_restarts_total{%s}[1h]))"
            .formatted(selector);
  }
}
