package com.onlinestore.components;

import static com.onlinestore.components.Selectors.list;
import static com.onlinestore.components.Selectors.map;
import static com.onlinestore.components.Selectors.only;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What AuthorizationPolicies allow, read as Istio documents them: a workload without an ALLOW is
 * open, with one only to requests that match a rule; absent parts of a rule match everything.
 */
public final class MeshRules {

  private final List<Map<String, Object>> policies;

  /** Reads the AuthorizationPolicies among some manifests. */
  public MeshRules(List<Map<String, Object>> manifests) {
    this.policies =
        manifests.stream().filter(each -> each.get("kind").equals("AuthorizationPolicy")).toList();
  }

  /** Whether {@code to} answers a request of the identity {@code principal}. */
  public boolean allow(String principal, Endpoint to, int port, String method, String path) {
    return allow(
        of(to.namespace())
            .filter(spec -> list(spec, "targetRefs").isEmpty())
            .filter(spec -> Selectors.matches(map(spec, "selector"), to.labels())),
        principal,
        port,
        method,
        path);
  }

  /**
   * Whether the pods {@code to} of an ambient mesh answer a connection. The proxy of their node
   * sees no requests, so a rule about these never matches.
   */
  public boolean allowConnection(String principal, Endpoint to, int port) {
    return allow(principal, to, port, null, null);
  }

  /**
   * Whether a waypoint lets a request for a Service of its namespace pass: by policies that name
   * either of them, and by no others.
   */
  public boolean allowAtWaypoint(
      String principal,
      String namespace,
      String waypoint,
      String service,
      int port,
      String method,
      String path) {
    return allow(
        of(namespace)
            .filter(
                spec ->
                    Selectors.<Map<String, Object>>list(spec, "targetRefs").stream()
                        .anyMatch(target -> isTarget(target, waypoint, service))),
        principal,
        port,
        method,
        path);
  }

  private Stream<Map<String, Object>> of(String namespace) {
    return policies.stream()
        .filter(policy -> Objects.equals(Selectors.namespaceOf(policy), namespace))
        .map(policy -> map(policy, "spec"));
  }

  private static boolean isTarget(Map<String, Object> target, String waypoint, String service) {
    only(target, "group", "kind", "name");
    return switch (target.getOrDefault("group", "") + "/" + target.get("kind")) {
      case "/Service" -> target.get("name").equals(service);
      case "gateway.networking.k8s.io/Gateway" -> target.get("name").equals(waypoint);
      default -> throw new IllegalArgumentException("Not understood: " + target);
    };
  }

  private static boolean allow(
      Stream<Map<String, Object>> holding, String principal, int port, String method, String path) {
    List<Map<String, Object>> all = holding.toList();
    return all.isEmpty()
        || all.stream()
            .flatMap(spec -> rules(spec).stream())
            .anyMatch(rule -> isAllowed(rule, principal, port, method, path));
  }

  private static List<Map<String, Object>> rules(Map<String, Object> spec) {
    only(spec, "selector", "targetRefs", "action", "rules");
    if (!spec.getOrDefault("action", "ALLOW").equals("ALLOW")) {
      throw new IllegalArgumentException("Not understood: " + spec);
    }
    return list(spec, "rules");
  }

  private static boolean isAllowed(
      Map<String, Object> rule, String principal, int port, String method, String path) {
    only(rule, "from", "to");
    List<Map<String, Object>> from = list(rule, "from");
    List<Map<String, Object>> to = list(rule, "to");
    return (from.isEmpty() || from.stream().anyMatch(each -> isSource(each, principal)))
        && (to.isEmpty() || to.stream().anyMatch(each -> isOperation(each, port, method, path)));
  }

  private static boolean isSource(Map<String, Object> from, String principal) {
    only(from, "source");
    Map<String, Object> source = map(from, "source");
    if (source.keySet().equals(Set.of("namespaces"))) {
      return Selectors.<String>list(source, "namespaces").contains(principal.split("/")[2]);
    }
    only(source, "principals");
    List<String> principals = list(source, "principals");
    if (principals.isEmpty() || principals.stream().anyMatch(each -> each.contains("*"))) {
      throw new IllegalArgumentException("Not understood: " + from);
    }
    return principals.contains(principal);
  }

  private static boolean isOperation(Map<String, Object> to, int port, String method, String path) {
    only(to, "operation");
    Map<String, Object> operation = map(to, "operation");
    only(operation, "ports", "methods", "paths");
    List<String> ports = list(operation, "ports");
    List<String> methods = list(operation, "methods");
    List<String> paths = list(operation, "paths");
    return (ports.isEmpty() || ports.contains(String.valueOf(port)))
        && (methods.isEmpty() || methods.contains(method))
        && (paths.isEmpty()
            || paths.stream().anyMatch(allowed -> path != null && isPath(allowed, path)));
  }

  /** Exactly, or with a star at the end whatever begins so. */
  private static boolean isPath(String allowed, String path) {
    return allowed.endsWith("*")
        ? path.startsWith(allowed.substring(0, allowed.length() - 1))
        : path.equals(allowed);
  }
}
