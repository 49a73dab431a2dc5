package com.onlinestore.components.service;

import com.onlinestore.components.kubernetes.CustomObject;
import com.onlinestore.components.kubernetes.Labels;
import com.onlinestore.components.kubernetes.Peers;
import com.onlinestore.components.mesh.MeshTraffic;
import com.onlinestore.components.mesh.istio.AuthorizationPolicy;
import com.onlinestore.components.mesh.istio.AuthorizationPolicy.From;
import com.onlinestore.components.mesh.istio.AuthorizationPolicy.Operation;
import com.onlinestore.components.mesh.istio.AuthorizationPolicy.Rule;
import com.onlinestore.components.mesh.istio.AuthorizationPolicy.Source;
import com.onlinestore.components.mesh.istio.AuthorizationPolicy.To;
import com.onlinestore.components.mesh.istio.WorkloadSelector;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyEgressRule;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyIngressRule;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeer;
import java.util.ArrayList;
import java.util.List;

/** Who may reach a service and whom it may reach: exactly the edges of the graph, twice over. */
record ServicePolicies(String name, ServiceSettings settings, Store store) {

  /** By address and port, for all pods whether they are in the mesh or not. */
  NetworkPolicy networkPolicy() {
    return new NetworkPolicyBuilder()
        .withMetadata(store.metadata(name))
        .withNewSpec()
        .withNewPodSelector()
        .withMatchLabels(Labels.selector(name))
        .endPodSelector()
        .withPolicyTypes("Ingress", "Egress")
        .withIngress(ingress())
        .withEgress(egress())
        .endSpec()
        .build();
  }

  /** By identity and method; without a caller it allows nothing. */
  CustomObject authorizationPolicy() {
    List<Rule> rules = new ArrayList<>();
    store
        .graph()
        .callersOf(name)
        .forEach(caller -> rules.add(rule(store.namespace(), caller.service(), caller.methods())));
    store
        .ingressOf(name)
        .ifPresent(
            gateway -> rules.add(rule(gateway.namespace(), gateway.serviceAccount(), List.of())));
    return AuthorizationPolicy.allow(new WorkloadSelector(Labels.selector(name)), rules)
        .named(store.metadata(name));
  }

  private Rule rule(String namespace, String account, List<Call.HttpMethod> methods) {
    return new Rule(
        List.of(new From(new Source(List.of(Store.principal(namespace, account))))),
        List.of(
            new To(
                new Operation(
                    List.of(String.valueOf(settings.port())),
                    methods.stream().map(Enum::name).toList()))));
  }

  private List<NetworkPolicyIngressRule> ingress() {
    List<NetworkPolicyPeer> callers = new ArrayList<>();
    store.graph().callersOf(name).forEach(caller -> callers.add(service(caller.service())));
    store
        .ingressOf(name)
        .ifPresent(gateway -> callers.add(Peers.pods(gateway.namespace(), gateway.podLabels())));
    List<NetworkPolicyIngressRule> rules = new ArrayList<>();
    // No peers would mean everybody, so a service without callers gets no such rule.
    if (!callers.isEmpty()) {
      rules.add(Peers.from(callers, List.of(Peers.tcp(settings.port()))));
    }
    rules.add(MeshTraffic.metrics(store.monitoring().namespace()));
    return rules;
  }

  private List<NetworkPolicyEgressRule> egress() {
    List<NetworkPolicyEgressRule> rules = new ArrayList<>();
    rules.add(Peers.dns());
    rules.addAll(MeshTraffic.egress(store.mesh()));
    settings
        .calls()
        .forEach(
            call -> {
              int port = store.graph().settingsOf(call.service()).port();
              rules.add(Peers.to(List.of(service(call.service())), List.of(Peers.tcp(port))));
            });
    settings.externalHosts().forEach(host -> rules.add(ExternalAddresses.egress(host)));
    store.identityOf(settings).ifPresent(identity -> rules.addAll(CloudAccess.egress(identity)));
    return rules;
  }

  private NetworkPolicyPeer service(String other) {
    return Peers.pods(store.namespace(), Labels.selector(other));
  }
}
