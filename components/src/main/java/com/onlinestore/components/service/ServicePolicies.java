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
import com.onlinestore.components.mesh.istio.PeerAuthentication;
import com.onlinestore.components.mesh.istio.WorkloadSelector;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyEgressRule;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyIngressRule;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

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

  /** By identity, method and path; without a caller it allows nothing. */
  CustomObject authorizationPolicy() {
    return AuthorizationPolicy.allow(
            new WorkloadSelector(Labels.selector(name)),
            Stream.concat(
                    store.callersOf(name).stream().map(this::rule),
                    settings.plaintext().keySet().stream().map(this::anonymous))
                .toList())
        .named(store.metadata(name));
  }

  /** Lets connections without a certificate in where an exception is named; empty where none is. */
  Optional<CustomObject> plaintext() {
    if (settings.plaintext().isEmpty()) {
      return Optional.empty();
    }
    Map<String, PeerAuthentication.Mtls> ports = new TreeMap<>();
    settings
        .plaintext()
        .keySet()
        .forEach(port -> ports.put(number(port), PeerAuthentication.PERMISSIVE));
    ObjectMeta metadata = store.metadata(name);
    Map<String, String> reasons = new TreeMap<>();
    settings
        .plaintext()
        .forEach(
            (port, how) -> reasons.put("online-store/plaintext-" + number(port), how.reason()));
    metadata.setAnnotations(reasons);
    return Optional.of(
        new PeerAuthentication(
                new WorkloadSelector(Labels.selector(name)),
                PeerAuthentication.STRICT.mtls(),
                ports)
            .named(metadata));
  }

  private Rule rule(Caller caller) {
    Call call = caller.call();
    return new Rule(
        List.of(new From(Source.of(caller.principal()))),
        List.of(
            new To(
                new Operation(
                    List.of(String.valueOf(store.graph().portOf(call).number())),
                    call.methods().stream().map(Enum::name).toList(),
                    call.paths()))));
  }

  /** Whoever has a certificate must be declared even where one is not asked for. */
  private Rule anonymous(String port) {
    return new Rule(
        List.of(new From(Source.anonymous())),
        List.of(new To(new Operation(List.of(number(port)), List.of(), List.of()))));
  }

  private String number(String port) {
    return String.valueOf(settings.servicePort(port).orElseThrow().number());
  }

  /** No peers would mean everybody, so a port without callers gets no rule. */
  private List<NetworkPolicyIngressRule> ingress() {
    List<NetworkPolicyIngressRule> rules = new ArrayList<>();
    for (ServicePort port : settings.servicePorts()) {
      List<NetworkPolicyPeer> callers =
          Stream.concat(
                  store.callersOf(name).stream()
                      .filter(caller -> store.graph().portOf(caller.call()).equals(port))
                      .map(Caller::peer),
                  Optional.ofNullable(settings.plaintext().get(port.name())).stream()
                      .flatMap(exception -> exception.from().stream())
                      .map(Peers::namespace))
              .distinct()
              .toList();
      if (!callers.isEmpty()) {
        rules.add(Peers.from(callers, List.of(Peers.tcp(port.number()))));
      }
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
              int port = store.graph().portOf(call).number();
              NetworkPolicyPeer callee =
                  Peers.pods(store.namespace(), Labels.selector(call.service()));
              rules.add(Peers.to(List.of(callee), List.of(Peers.tcp(port))));
            });
    settings.externalHosts().forEach(host -> rules.add(ExternalAddresses.egress(host)));
    store.identityOf(settings).ifPresent(identity -> rules.addAll(CloudAccess.egress(identity)));
    return rules;
  }
}
