package com.onlinestore.components.mesh.istio;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * Who may call a workload. An empty policy allows nothing: that is the default of a namespace, and
 * every ALLOW beside it opens one door.
 *
 * @param selector the workload; null for the whole namespace, or where targets are named
 * @param targetRefs what a waypoint serves; a policy with targets holds there and nowhere else
 * @param action {@code ALLOW} or {@code DENY}; null means ALLOW
 * @param rules a request that matches one of them is allowed; none allows nothing
 */
public record AuthorizationPolicy(
    WorkloadSelector selector, List<Target> targetRefs, String action, List<Rule> rules)
    implements IstioSpec {

  /** Allows nothing. */
  public static final AuthorizationPolicy NOTHING =
      new AuthorizationPolicy(null, List.of(), null, List.of());

  /** An ALLOW for one workload. */
  public static AuthorizationPolicy allow(WorkloadSelector selector, List<Rule> rules) {
    return new AuthorizationPolicy(selector, List.of(), "ALLOW", rules);
  }

  /** An ALLOW for requests to one target; without rules it closes it. */
  public static AuthorizationPolicy allow(Target target, List<Rule> rules) {
    return new AuthorizationPolicy(null, List.of(target), "ALLOW", rules);
  }

  /**
   * An object of the policy's namespace.
   *
   * @param group of its kind; null for the core group
   */
  public record Target(String group, String kind, String name) {

    /** A Service. */
    public static Target service(String name) {
      return new Target(null, "Service", name);
    }

    /** A Gateway of the Gateway API, such as a waypoint. */
    public static Target gateway(String name) {
      return new Target("gateway.networking.k8s.io", "Gateway", name);
    }
  }

  /** Sources and operations; an absent part matches everything. */
  public record Rule(List<From> from, List<To> to) {}

  /** One kind of caller. */
  public record From(Source source) {}

  /**
   * Callers by the identity in their certificate.
   *
   * @param principals as in {@code cluster.local/ns/store/sa/orders}
   * @param notPrincipals with a star, callers without a certificate
   * @param namespaces all identities of these
   */
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  public record Source(
      List<String> principals, List<String> notPrincipals, List<String> namespaces) {

    /** One identity. */
    public static Source of(String principal) {
      return new Source(List.of(principal), List.of(), List.of());
    }

    /** Nobody who has an identity. */
    public static Source anonymous() {
      return new Source(List.of(), List.of("*"), List.of());
    }

    /** Every identity of a namespace. */
    public static Source namespace(String namespace) {
      return new Source(List.of(), List.of(), List.of(namespace));
    }
  }

  /** One kind of request. */
  public record To(Operation operation) {}

  /** Requests by port, method and path; an absent part matches everything. */
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  public record Operation(List<String> ports, List<String> methods, List<String> paths) {}

  @Override
  public String apiVersion() {
    return ApiVersions.SECURITY;
  }
}
