package com.onlinestore.components.service;

import com.onlinestore.components.kubernetes.CustomObject;
import com.onlinestore.components.kubernetes.Labels;
import com.onlinestore.components.kubernetes.Peers;
import com.onlinestore.components.mesh.MeshTraffic;
import com.onlinestore.components.mesh.Waypoint;
import com.onlinestore.components.mesh.istio.AuthorizationPolicy;
import com.onlinestore.components.mesh.istio.AuthorizationPolicy.From;
import com.onlinestore.components.mesh.istio.AuthorizationPolicy.Operation;
import com.onlinestore.components.mesh.istio.AuthorizationPolicy.Rule;
import com.onlinestore.components.mesh.istio.AuthorizationPolicy.Source;
import com.onlinestore.components.mesh.istio.AuthorizationPolicy.To;
import com.onlinestore.components.mesh.istio.WorkloadSelector;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyEgressRule;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyIngressRule;
import java.util.ArrayList;
import java.util.List;

/**
 * What holds the pods of a service to the waypoint in an ambient mesh: who calls whom is decided
 * there, so nobody may go around it.
 */
record AmbientPolicies(String name, ServiceSettings settings, Store store) {

  /**
   * Tunnels from the waypoint and from Prometheus, and the kubelet's probes. On the network every
   * port of the service is the tunnel's.
   */
  List<NetworkPolicyIngressRule> ingress() {
    List<NetworkPolicyIngressRule> rules = new ArrayList<>();
    if (!store.callersOf(name).isEmpty()) {
      rules.add(Peers.from(List.of(Waypoint.peer(store.namespace())), List.of(Waypoint.TUNNEL)));
    }
    settings
        .metrics()
        .ifPresent(
            port ->
                rules.add(
                    Peers.from(
                        List.of(Peers.namespace(store.monitoring().namespace())),
                        List.of(Waypoint.TUNNEL))));
    rules.add(MeshTraffic.ambientProbes(settings.probed().number()));
    return rules;
  }

  /** The waypoint, the collector, and nobody else directly; certificates are ztunnel's business. */
  List<NetworkPolicyEgressRule> egress() {
    List<NetworkPolicyEgressRule> rules = new ArrayList<>();
    if (!settings.calls().isEmpty()) {
      rules.add(Peers.to(List.of(Waypoint.peer(store.namespace())), List.of(Waypoint.TUNNEL)));
    }
    store.mesh().collector().map(MeshTraffic::spans).ifPresent(rules::add);
    return rules;
  }

  /**
   * By identity, on the node: the waypoint, and Prometheus for the metrics alone. A dot keeps its
   * name apart from every service's.
   */
  CustomObject podsPolicy() {
    List<Rule> rules = new ArrayList<>();
    if (!store.callersOf(name).isEmpty()) {
      rules.add(rule(Source.of(Waypoint.principal(store.namespace())), settings.servicePorts()));
    }
    settings
        .metrics()
        .ifPresent(
            port ->
                rules.add(rule(Source.namespace(store.monitoring().namespace()), List.of(port))));
    return AuthorizationPolicy.allow(new WorkloadSelector(Labels.selector(name)), rules)
        .named(
            Labels.metadata(name + ".pods", store.namespace(), Labels.of(name, store.namespace())));
  }

  private static Rule rule(Source source, List<ServicePort> ports) {
    List<String> numbers = ports.stream().map(port -> String.valueOf(port.number())).toList();
    return new Rule(
        List.of(new From(source)), List.of(new To(new Operation(numbers, List.of(), List.of()))));
  }
}
