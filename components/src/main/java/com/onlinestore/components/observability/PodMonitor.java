package com.onlinestore.components.observability;

import com.onlinestore.components.kubernetes.CustomObject;
import com.onlinestore.components.kubernetes.Labels;
import com.onlinestore.components.mesh.MeshTraffic;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import java.util.List;
import java.util.Map;

/**
 * What Prometheus reads from pods, as the Prometheus operator takes it.
 *
 * @param selector the pods, in the monitor's own namespace
 * @param podMetricsEndpoints where on the pod
 */
public record PodMonitor(Selector selector, List<Endpoint> podMetricsEndpoints) {

  /** Pods by their labels. */
  public record Selector(Map<String, String> matchLabels) {}

  /**
   * A path, how often, and what happens to the targets' labels first.
   *
   * @param port by its name on the container; null for every container port
   */
  public record Endpoint(String port, String path, String interval, List<Relabeling> relabelings) {}

  /** One step of relabelling. */
  public record Relabeling(
      String action,
      List<String> sourceLabels,
      String regex,
      String replacement,
      String targetLabel) {}

  private static final String INTERVAL = "15s";
  private static final String CONTAINER = "__meta_kubernetes_pod_container_name";
  private static final String POD_IP = "__meta_kubernetes_pod_ip";
  private static final String ADDRESS = "__address__";

  /**
   * Reads a pod's merged metrics, the application's and the sidecar's, from the sidecar.
   *
   * <p>With strict mutual TLS Prometheus, which is outside the mesh, cannot reach the application.
   * The sidecar's agent serves both on 15020 in plain text, but that port is not declared on the
   * container: naming it in any way drops the target. So the container is kept and the address
   * rewritten, with a second rule for IPv6, which needs brackets.
   */
  public static PodMonitor mergedMetrics(Map<String, String> pods) {
    int port = MeshTraffic.MERGED_METRICS;
    return new PodMonitor(
        new Selector(pods),
        List.of(
            new Endpoint(
                null,
                "/stats/prometheus",
                INTERVAL,
                List.of(
                    new Relabeling("keep", List.of(CONTAINER), "istio-proxy", null, null),
                    new Relabeling("replace", List.of(POD_IP), "([0-9.]+)", "$1:" + port, ADDRESS),
                    new Relabeling(
                        "replace",
                        List.of(POD_IP),
                        "([0-9A-Fa-f:]*:[0-9A-Fa-f:.]*)",
                        "[$1]:" + port,
                        ADDRESS)))));
  }

  /**
   * Reads what an application itself says of it. The trap: where mutual TLS is strict, only a
   * Prometheus that is in the mesh can.
   */
  public static PodMonitor ownMetrics(Map<String, String> pods, String port, String path) {
    return new PodMonitor(
        new Selector(pods), List.of(new Endpoint(port, path, INTERVAL, List.of())));
  }

  /** Reads what pods outside the mesh say of themselves on each of the named {@code ports}. */
  static PodMonitor ownMetrics(Map<String, String> pods, List<String> ports) {
    return new PodMonitor(
        new Selector(pods),
        ports.stream().map(port -> new Endpoint(port, "/metrics", INTERVAL, List.of())).toList());
  }

  /** The object with this spec; the labels are those that Prometheus selects monitors by. */
  public CustomObject named(ObjectMeta metadata, Map<String, String> monitorLabels) {
    ObjectMeta labelled = Labels.with(metadata, monitorLabels);
    return new CustomObject("monitoring.coreos.com/v1", "PodMonitor", labelled, this);
  }
}
