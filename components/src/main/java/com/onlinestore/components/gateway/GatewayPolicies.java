package com.onlinestore.components.gateway;

import com.onlinestore.components.kubernetes.Labels;
import com.onlinestore.components.kubernetes.Peers;
import com.onlinestore.components.mesh.MeshTraffic;
import com.onlinestore.components.mesh.Waypoint;
import com.onlinestore.components.mesh.istio.AuthorizationPolicy;
import com.onlinestore.components.mesh.istio.AuthorizationPolicy.Operation;
import com.onlinestore.components.mesh.istio.AuthorizationPolicy.Rule;
import com.onlinestore.components.mesh.istio.AuthorizationPolicy.To;
import com.onlinestore.components.mesh.istio.WorkloadSelector;
import com.onlinestore.components.observability.Tool;
import com.onlinestore.components.service.Store;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyEgressRule;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPort;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Who may reach the gateway, and whom it may reach. */
record GatewayPolicies(String gateway, GatewaySettings settings, Store store) {

  /** Where load balancers ask whether the gateway is well. */
  static final int HEALTH = 15021;

  NetworkPolicy networkPolicy() {
    List<NetworkPolicyPort> open =
        Stream.concat(ports().stream(), Stream.of(HEALTH)).map(Peers::tcp).toList();
    return new NetworkPolicyBuilder()
        .withMetadata(Labels.metadata(gateway, gateway, Labels.of(gateway, store.namespace())))
        .withNewSpec()
        .withNewPodSelector()
        .withMatchLabels(StoreGateway.podLabels(gateway))
        .endPodSelector()
        .withPolicyTypes("Ingress", "Egress")
        .withIngress(
            Peers.from(List.of(), open), MeshTraffic.metrics(store.monitoring().namespace()))
        .withEgress(egress())
        .endSpec()
        .build();
  }

  /** Deny-by-default holds for the gateway too, so its own listeners need this door. */
  AuthorizationPolicy authorizationPolicy() {
    List<String> listeners = ports().stream().map(String::valueOf).toList();
    return AuthorizationPolicy.allow(
        new WorkloadSelector(StoreGateway.podLabels(gateway)),
        List.of(
            new Rule(List.of(), List.of(new To(new Operation(listeners, List.of(), List.of()))))));
  }

  private List<NetworkPolicyEgressRule> egress() {
    List<NetworkPolicyEgressRule> rules = new ArrayList<>();
    rules.add(Peers.dns());
    rules.addAll(MeshTraffic.egress(store.mesh()));
    rules.addAll(tools());
    if (store.mesh().ambient()) {
      rules.add(Peers.to(List.of(Waypoint.peer(store.namespace())), List.of(Waypoint.TUNNEL)));
      return rules;
    }
    settings
        .calls()
        .forEach(
            call ->
                rules.add(
                    Peers.to(
                        List.of(Peers.pods(store.namespace(), Labels.selector(call.service()))),
                        List.of(Peers.tcp(store.graph().portOf(call).number())))));
    return rules;
  }

  /** In an ambient mesh Prometheus is a member, and members are reached through a tunnel. */
  private List<NetworkPolicyEgressRule> tools() {
    return store.monitoring().access().hosts().keySet().stream()
        .map(
            tool ->
                Peers.to(
                    List.of(Peers.pods(tool.namespace(), tool.podLabels())),
                    store.mesh().ambient() && tool == Tool.PROMETHEUS
                        ? List.of(Peers.tcp(tool.podPort()), Waypoint.TUNNEL)
                        : List.of(Peers.tcp(tool.podPort()))))
        .toList();
  }

  private List<Integer> ports() {
    return settings.tlsSecret() == null ? List.of(80) : List.of(80, 443);
  }
}
