package com.onlinestore.components.service;

import com.onlinestore.components.kubernetes.Labels;
import com.onlinestore.components.kubernetes.Peers;
import com.onlinestore.components.mesh.MeshTraffic;
import com.onlinestore.components.mesh.Waypoint;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyEgressRule;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyIngressRule;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeer;
import java.util.ArrayList;
import java.util.List;

/**
 * Who reaches the waypoint on the network, and whom it reaches: everybody who calls or is called.
 */
record WaypointNetwork(Store store) {

  NetworkPolicy policy(ObjectMeta metadata) {
    return new NetworkPolicyBuilder()
        .withMetadata(metadata)
        .withNewSpec()
        .withNewPodSelector()
        .withMatchLabels(Waypoint.POD_LABELS)
        .endPodSelector()
        .withPolicyTypes("Ingress", "Egress")
        .withIngress(ingress())
        .withEgress(egress())
        .endSpec()
        .build();
  }

  private List<NetworkPolicyIngressRule> ingress() {
    List<NetworkPolicyIngressRule> rules = new ArrayList<>();
    List<NetworkPolicyPeer> callers =
        store.graph().services().keySet().stream()
            .flatMap(service -> store.callersOf(service).stream())
            .map(Caller::peer)
            .distinct()
            .toList();
    if (!callers.isEmpty()) {
      rules.add(Peers.from(callers, List.of(Waypoint.TUNNEL)));
    }
    rules.add(MeshTraffic.metrics(store.monitoring().namespace()));
    return rules;
  }

  private List<NetworkPolicyEgressRule> egress() {
    List<NetworkPolicyEgressRule> rules = new ArrayList<>();
    rules.add(Peers.dns());
    rules.addAll(MeshTraffic.egress(store.mesh()));
    List<NetworkPolicyPeer> called =
        store.graph().services().keySet().stream()
            .filter(service -> !store.callersOf(service).isEmpty())
            .map(service -> Peers.pods(store.namespace(), Labels.selector(service)))
            .toList();
    if (!called.isEmpty()) {
      rules.add(Peers.to(called, List.of(Waypoint.TUNNEL)));
    }
    return rules;
  }
}
