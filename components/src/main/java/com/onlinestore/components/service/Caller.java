package com.onlinestore.components.service;

import com.onlinestore.components.kubernetes.Labels;
import com.onlinestore.components.kubernetes.Peers;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeer;
import java.util.Map;

/**
 * Who calls a service and how: another service, or the gateway.
 *
 * @param namespace of its pods
 * @param serviceAccount their identity
 * @param podLabels what selects them
 * @param call what it may do
 */
record Caller(String namespace, String serviceAccount, Map<String, String> podLabels, Call call) {

  static Caller service(String namespace, String name, Call call) {
    return new Caller(namespace, name, Labels.selector(name), call);
  }

  static Caller gateway(Ingress gateway, Call call) {
    return new Caller(gateway.namespace(), gateway.serviceAccount(), gateway.podLabels(), call);
  }

  /**
   * The identity in its certificate. {@code cluster.local} stands for the mesh's own trust domain,
   * whatever its name.
   */
  String principal() {
    return "cluster.local/ns/" + namespace + "/sa/" + serviceAccount;
  }

  NetworkPolicyPeer peer() {
    return Peers.pods(namespace, podLabels);
  }
}
