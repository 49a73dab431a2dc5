package com.onlinestore.components.gateway;

import com.onlinestore.components.mesh.istio.AuthorizationPolicy;
import com.onlinestore.components.mesh.istio.AuthorizationPolicy.Operation;
import com.onlinestore.components.mesh.istio.AuthorizationPolicy.Rule;
import com.onlinestore.components.mesh.istio.AuthorizationPolicy.To;
import com.onlinestore.components.mesh.istio.AuthorizationPolicyOperationBuilder;
import com.onlinestore.components.mesh.istio.WorkloadSelector;
import com.onlinestore.components.observability.ToolAccess;
import java.util.List;
import java.util.Optional;

/**
 * Who comes to the pages of Grafana and its like: nobody who is not logged in, whatever the path,
 * the method or the origin. Only the login's own pages are for everybody.
 */
record ToolGuards(
    String gateway, String storeNamespace, GatewaySettings settings, ToolAccess access) {

  /** Asks about every request. */
  Optional<AuthorizationPolicy> logins() {
    return access.hosts().isEmpty()
        ? Optional.empty()
        : Optional.of(
            AuthorizationPolicy.ask(
                settings.login().providerOf(storeNamespace),
                selector(),
                List.of(new Rule(List.of(), requests()))));
  }

  /** Refuses whoever lacks a claim. */
  Optional<AuthorizationPolicy> denials() {
    return access.hosts().isEmpty() || access.claims().isEmpty()
        ? Optional.empty()
        : Optional.of(
            AuthorizationPolicy.deny(
                selector(),
                access.claims().entrySet().stream()
                    .map(
                        claim ->
                            new Rule(
                                List.of(),
                                requests(),
                                List.of(
                                    GatewayGuards.claimOtherThan(
                                        claim.getKey(), claim.getValue()))))
                    .toList()));
  }

  private List<To> requests() {
    Operation operation =
        AuthorizationPolicyOperationBuilder.builder()
            .hosts(GuardedHosts.withPorts(access.hosts().values()))
            .ports(List.of(String.valueOf(settings.servingPort())))
            .notPaths(
                GuardedOperations.withBelow(
                    settings.loginPages().stream().map(RouteSettings::path).toList()))
            .build();
    return List.of(new To(operation));
  }

  private WorkloadSelector selector() {
    return new WorkloadSelector(StoreGateway.podLabels(gateway));
  }
}
