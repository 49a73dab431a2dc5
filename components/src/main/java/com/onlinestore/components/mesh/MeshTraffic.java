package com.onlinestore.components.mesh;

import com.onlinestore.components.kubernetes.Peers;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyEgressRule;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyIngressRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The network rules every pod of the mesh needs besides those of its own calls. */
public final class MeshTraffic {

  /**
   * Where the kubelet's probes seem to come from in an ambient mesh: the node's plugin rewrites
   * their source, so that they pass the pod's proxy untouched.
   */
  private static final List<String> AMBIENT_PROBES =
      List.of("169.254.7.127/32", "fd16:9254:7127:1337:ffff:ffff:ffff:ffff/128");

  /** The sidecar's merged metrics: its own and the application's. */
  public static final int MERGED_METRICS = 15020;

  private static final int ENVOY_METRICS = 15090;
  private static final int ISTIOD_XDS = 15012;

  private MeshTraffic() {}

  /** Configuration and certificates from istiod, and spans to the collector. */
  public static List<NetworkPolicyEgressRule> egress(Mesh mesh) {
    List<NetworkPolicyEgressRule> rules = new ArrayList<>();
    rules.add(
        Peers.to(
            List.of(Peers.pods(mesh.namespace(), Map.of("app", "istiod"))),
            List.of(Peers.tcp(ISTIOD_XDS))));
    mesh.collector().map(MeshTraffic::spans).ifPresent(rules::add);
    return rules;
  }

  /** Spans, of proxies over gRPC and of programs over HTTP as well. */
  public static NetworkPolicyEgressRule spans(TracingCollector collector) {
    return Peers.to(
        List.of(Peers.namespace(collector.namespace())),
        List.of(Peers.tcp(collector.port()), Peers.tcp(TracingCollector.OTLP_HTTP)));
  }

  /** The kubelet, where pods are in an ambient mesh. */
  public static NetworkPolicyIngressRule ambientProbes(int port) {
    return Peers.from(
        AMBIENT_PROBES.stream().map(range -> Peers.addresses(range, List.of())).toList(),
        List.of(Peers.tcp(port)));
  }

  /**
   * Prometheus, which is outside the mesh, reads the metrics ports of the sidecar in plain text.
   */
  public static NetworkPolicyIngressRule metrics(String prometheusNamespace) {
    return Peers.from(
        List.of(Peers.namespace(prometheusNamespace)),
        List.of(Peers.tcp(MERGED_METRICS), Peers.tcp(ENVOY_METRICS)));
  }
}
