package com.onlinestore.components.gateway;

import com.onlinestore.components.observability.ToolAccess;
import com.onlinestore.components.settings.Problem;
import com.onlinestore.components.settings.Problems;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is wrong with pages of Grafana and its like behind a gateway; paths are those of {@code
 * observability.access}.
 *
 * @param settings null for no gateway
 */
public record ToolProblems(GatewaySettings settings, ToolAccess access) {

  /** All of it; nothing where no page is to be reachable. */
  public List<Problem> list() {
    if (access.hosts().isEmpty()) {
      return new Problems()
          .addIf(
              !access.claims().isEmpty(),
              "claims",
              "have no effect: no page has a host; name one, or remove them.")
          .list();
    }
    if (settings == null) {
      return List.of(
          new Problem(
              "",
              "needs the store's gateway, and there is none; say gateway, or remove the hosts."));
    }
    Problems problems =
        new Problems()
            .addIf(
                settings.login() == null,
                "",
                "would be open to everybody: gateway.login names nobody to ask who comes. Name a"
                    + " service there, or remove the hosts.")
            .addIf(
                settings.tlsSecret() == null,
                "",
                "needs gateway.tlsSecret: logins would cross the network unencrypted.")
            .addIf(
                settings.api() == GatewayApi.GATEWAY_API,
                "",
                "is only for gateway.api: istio; say so, or remove the hosts.");
    Set<String> seen = new HashSet<>();
    access
        .hosts()
        .forEach(
            (tool, host) ->
                problems
                    .addIf(!seen.add(host), tool.label(), "\"%s\" stands twice.", host)
                    .addIf(
                        settings.hosts().contains(host),
                        tool.label(),
                        "\"%s\" is a host of the store (gateway.hosts); choose another.",
                        host));
    return problems.addAll("claims", claims()).list();
  }

  /** Customers may log in, too. */
  private List<Problem> claims() {
    Map<String, List<String>> claims = access.claims();
    Problems problems =
        new Problems()
            .addIf(
                claims.isEmpty() && !settings.tokens().isEmpty(),
                "",
                "must say who of those that can log in may come, such as {groups: [sre]}.")
            .addIf(
                !claims.isEmpty() && settings.tokens().isEmpty(),
                "",
                "let nobody in: gateway.tokens names no issuer. Name one, or remove them.");
    claims.forEach(
        (claim, values) -> problems.addAll(claim, IdentityProblems.claim(claim, values)));
    return problems.list();
  }
}
