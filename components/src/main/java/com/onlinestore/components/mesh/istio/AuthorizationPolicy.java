package com.onlinestore.components.mesh.istio;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;

/**
 * Who may call a workload. An empty policy allows nothing: that is the default of a namespace, and
 * every ALLOW beside it opens one door. Istio asks CUSTOM policies first, then DENY, then ALLOW.
 *
 * @param selector the workload; null for the whole namespace
 * @param action {@code ALLOW}, {@code DENY} or {@code CUSTOM}; null means ALLOW
 * @param provider who is asked by a CUSTOM policy, else null
 * @param rules which requests it is about; none is about nothing
 */
public record AuthorizationPolicy(
    WorkloadSelector selector, String action, Provider provider, List<Rule> rules)
    implements IstioSpec {

  /** Allows nothing. */
  public static final AuthorizationPolicy NOTHING =
      new AuthorizationPolicy(null, null, null, List.of());

  /** An ALLOW for one workload. */
  public static AuthorizationPolicy allow(WorkloadSelector selector, List<Rule> rules) {
    return new AuthorizationPolicy(selector, "ALLOW", null, rules);
  }

  /** A DENY for one workload. */
  public static AuthorizationPolicy deny(WorkloadSelector selector, List<Rule> rules) {
    return new AuthorizationPolicy(selector, "DENY", null, rules);
  }

  /** Leaves it to an extension provider of the mesh whether requests that match may pass. */
  public static AuthorizationPolicy ask(
      String provider, WorkloadSelector selector, List<Rule> rules) {
    return new AuthorizationPolicy(selector, "CUSTOM", new Provider(provider), rules);
  }

  /** An extension provider of the mesh, by its name there. */
  public record Provider(String name) {}

  /** Sources, operations and conditions; an absent part matches everything. */
  public record Rule(List<From> from, List<To> to, List<Condition> when) {

    /** A rule without conditions. */
    public Rule(List<From> from, List<To> to) {
      this(from, to, List.of());
    }
  }

  /** One kind of caller. */
  public record From(Source source) {}

  /**
   * Callers by the identity in their certificate.
   *
   * @param principals as in {@code cluster.local/ns/store/sa/orders}
   * @param notPrincipals with a star, callers without a certificate
   */
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  public record Source(List<String> principals, List<String> notPrincipals) {

    /** One identity. */
    public static Source of(String principal) {
      return new Source(List.of(principal), List.of());
    }

    /** Nobody who has an identity. */
    public static Source anonymous() {
      return new Source(List.of(), List.of("*"));
    }
  }

  /** One kind of request. */
  public record To(Operation operation) {}

  /**
   * Requests by what they ask for; an absent part matches everything. A star at the end stands for
   * any text.
   */
  @RecordBuilder
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  public record Operation(
      List<String> hosts,
      List<String> notHosts,
      List<String> ports,
      List<String> methods,
      List<String> notMethods,
      List<String> paths,
      List<String> notPaths) {

    /** Requests by port, method and path alone. */
    public Operation(List<String> ports, List<String> methods, List<String> paths) {
      this(null, null, ports, methods, null, paths, null);
    }
  }

  /**
   * A header or a claim of the end user's token. The trap: {@code notValues} also matches where
   * there is no such header or claim.
   *
   * @param key as in {@code request.headers[origin]} or {@code request.auth.claims[role]}
   */
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  public record Condition(String key, List<String> values, List<String> notValues) {}

  @Override
  public String apiVersion() {
    return ApiVersions.SECURITY;
  }
}
