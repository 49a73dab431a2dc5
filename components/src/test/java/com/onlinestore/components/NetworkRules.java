package com.onlinestore.components;

import static com.onlinestore.components.Selectors.list;
import static com.onlinestore.components.Selectors.map;
import static com.onlinestore.components.Selectors.only;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What NetworkPolicies allow, read as Kubernetes documents them: a pod that no policy selects is
 * open; the policies that select it add up; an absent list of peers or ports means all of them.
 */
public final class NetworkRules {

  private final List<Map<String, Object>> policies;

  /** Reads the NetworkPolicies among some manifests. */
  public NetworkRules(List<Map<String, Object>> manifests) {
    this.policies =
        manifests.stream().filter(each -> each.get("kind").equals("NetworkPolicy")).toList();
  }

  /** Whether the pod {@code from} may open the connection. */
  public boolean letsOut(Endpoint from, Endpoint to, String protocol, int port) {
    return allows("Egress", "egress", "to", from, to, protocol, port);
  }

  /** Whether the pod {@code to} may be reached by the connection. */
  public boolean letsIn(Endpoint from, Endpoint to, String protocol, int port) {
    return allows("Ingress", "ingress", "from", to, from, protocol, port);
  }

  private boolean allows(
      String type,
      String rules,
      String peers,
      Endpoint pod,
      Endpoint other,
      String protocol,
      int port) {
    List<Map<String, Object>> selecting =
        policies.stream()
            .filter(policy -> Objects.equals(Selectors.namespaceOf(policy), pod.namespace()))
            .map(policy -> map(policy, "spec"))
            .filter(spec -> types(spec).contains(type))
            .filter(spec -> Selectors.matches(map(spec, "podSelector"), pod.labels()))
            .toList();
    return selecting.isEmpty()
        || selecting.stream()
            .flatMap(spec -> Selectors.<Map<String, Object>>list(spec, rules).stream())
            .anyMatch(rule -> allows(rule, peers, pod.namespace(), other, protocol, port));
  }

  private static List<String> types(Map<String, Object> spec) {
    only(spec, "podSelector", "policyTypes", "ingress", "egress");
    if (spec.containsKey("policyTypes")) {
      return list(spec, "policyTypes");
    }
    return spec.containsKey("egress") ? List.of("Ingress", "Egress") : List.of("Ingress");
  }

  private static boolean allows(
      Map<String, Object> rule,
      String peers,
      String namespace,
      Endpoint other,
      String protocol,
      int port) {
    only(rule, peers, "ports");
    List<Map<String, Object>> ends = list(rule, peers);
    List<Map<String, Object>> ports = list(rule, "ports");
    return (ends.isEmpty() || ends.stream().anyMatch(end -> isPeer(end, namespace, other)))
        && (ports.isEmpty() || ports.stream().anyMatch(each -> isPort(each, protocol, port)));
  }

  private static boolean isPort(Map<String, Object> allowed, String protocol, int port) {
    only(allowed, "protocol", "port");
    return allowed.getOrDefault("protocol", "TCP").equals(protocol)
        && (!allowed.containsKey("port") || allowed.get("port").equals(port));
  }

  private static boolean isPeer(Map<String, Object> peer, String namespace, Endpoint other) {
    only(peer, "namespaceSelector", "podSelector", "ipBlock");
    if (peer.containsKey("ipBlock")) {
      return inBlock(map(peer, "ipBlock"), other.address());
    }
    return other.namespace() != null
        && (peer.containsKey("namespaceSelector")
            ? Selectors.matches(
                map(peer, "namespaceSelector"),
                Map.of("kubernetes.io/metadata.name", other.namespace()))
            : other.namespace().equals(namespace))
        && Selectors.matches(map(peer, "podSelector"), other.labels());
  }

  private static boolean inBlock(Map<String, Object> block, String address) {
    only(block, "cidr", "except");
    return inRange((String) block.get("cidr"), address)
        && Selectors.<String>list(block, "except").stream()
            .noneMatch(range -> inRange(range, address));
  }

  private static boolean inRange(String cidr, String address) {
    String[] parts = cidr.split("/");
    byte[] start = bytes(parts[0]);
    byte[] asked = bytes(address);
    int free = start.length * 8 - Integer.parseInt(parts[1]);
    return start.length == asked.length
        && new BigInteger(1, start)
            .shiftRight(free)
            .equals(new BigInteger(1, asked).shiftRight(free));
  }

  private static byte[] bytes(String literal) {
    try {
      return InetAddress.getByName(literal).getAddress();
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException(literal, e);
    }
  }
}
