package com.onlinestore.components.gateway;

import com.onlinestore.components.mesh.istio.AuthorizationPolicy;
import com.onlinestore.components.mesh.istio.AuthorizationPolicy.Condition;
import com.onlinestore.components.mesh.istio.AuthorizationPolicy.Operation;
import com.onlinestore.components.mesh.istio.AuthorizationPolicy.Rule;
import com.onlinestore.components.mesh.istio.AuthorizationPolicy.To;
import com.onlinestore.components.mesh.istio.AuthorizationPolicyOperationBuilder;
import com.onlinestore.components.mesh.istio.WorkloadSelector;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * What the gateway refuses, and about what it asks the authorizer.
 *
 * <p>Both only ever close: the gateway's ALLOW stays as it is, and a token that cannot be checked
 * says nothing, so that every condition on it refuses.
 *
 * @param others hosts of the gateway that have guards of their own
 */
record GatewayGuards(
    String gateway, String storeNamespace, GatewaySettings settings, Collection<String> others) {

  private static final List<String> OPTIONS = List.of("OPTIONS");

  /** Refuses whatever lacks the token or the claims that its route requires, and forged headers. */
  Optional<AuthorizationPolicy> denials() {
    List<Rule> rules = new ArrayList<>();
    settings.routes().stream()
        .flatMap(route -> lacks(route).stream())
        .distinct()
        .forEach(lack -> rules.addAll(rules(route -> lacks(route).contains(lack), List.of(lack))));
    rules.addAll(forgeries());
    return rules.isEmpty()
        ? Optional.empty()
        : Optional.of(AuthorizationPolicy.deny(selector(), rules));
  }

  /** Asks about whatever comes to a route with a login. */
  Optional<AuthorizationPolicy> logins() {
    List<Rule> rules = rules(RouteSettings::login, List.of());
    return rules.isEmpty()
        ? Optional.empty()
        : Optional.of(
            AuthorizationPolicy.ask(
                settings.login().providerOf(storeNamespace), selector(), rules));
  }

  /**
   * Each holds for a token that does not do for the route, and where there is none. Whoever has the
   * claims that are asked for has a token, so only a route that asks for none looks at the issuer.
   */
  private List<Condition> lacks(RouteSettings route) {
    if (route.token() != TokenUse.REQUIRED) {
      return List.of();
    }
    return route.claims().isEmpty()
        ? List.of(
            claimOtherThan("iss", settings.tokens().stream().map(TokenSettings::issuer).toList()))
        : route.claims().entrySet().stream()
            .map(claim -> claimOtherThan(claim.getKey(), claim.getValue()))
            .toList();
  }

  /**
   * Preflights carry neither token nor cookie and are answered by the gateway itself, so what is
   * one to the last header passes. OPTIONS that is none would reach a service.
   */
  private List<Rule> rules(Predicate<RouteSettings> asked, List<Condition> when) {
    List<Operation> operations = new GuardedOperations(settings, others).of(asked);
    if (operations.isEmpty()) {
      return List.of();
    }
    CorsSettings cors = settings.cors();
    if (cors == null) {
      return List.of(rule(operations, when));
    }
    List<Operation> calls =
        operations.stream()
            .map(
                each ->
                    AuthorizationPolicyOperationBuilder.builder(each).notMethods(OPTIONS).build())
            .toList();
    List<Operation> options =
        operations.stream()
            .map(each -> AuthorizationPolicyOperationBuilder.builder(each).methods(OPTIONS).build())
            .toList();
    return List.of(
        rule(calls, when),
        rule(options, and(when, headerOtherThan("origin", cors.originValues()))),
        rule(
            options,
            and(when, headerOtherThan("access-control-request-method", cors.methodNames()))));
  }

  /**
   * The proxy takes a claim's header from a request before it checks the token, but not from a
   * preflight, nor where another issuer's token is found good first. So a header must have its
   * issuer.
   */
  private List<Rule> forgeries() {
    Map<String, List<String>> issuers = new TreeMap<>();
    for (TokenSettings token : settings.tokens()) {
      token
          .headers()
          .keySet()
          .forEach(
              header ->
                  issuers.computeIfAbsent(header, any -> new ArrayList<>()).add(token.issuer()));
    }
    return issuers.entrySet().stream()
        .map(
            header ->
                rule(
                    List.of(),
                    List.of(
                        new Condition(header(header.getKey()), List.of("*"), List.of()),
                        claimOtherThan("iss", header.getValue()))))
        .toList();
  }

  private static Rule rule(List<Operation> operations, List<Condition> when) {
    return new Rule(List.of(), operations.stream().map(To::new).toList(), when);
  }

  private static List<Condition> and(List<Condition> conditions, Condition another) {
    List<Condition> all = new ArrayList<>(conditions);
    all.add(another);
    return all;
  }

  static Condition claimOtherThan(String claim, List<String> values) {
    String key = "request.auth.claims[" + claim.replace(".", "][") + "]";
    return new Condition(key, List.of(), values);
  }

  private static Condition headerOtherThan(String name, List<String> values) {
    return new Condition(header(name), List.of(), values);
  }

  private static String header(String name) {
    return "request.headers[" + name + "]";
  }

  private WorkloadSelector selector() {
    return new WorkloadSelector(StoreGateway.podLabels(gateway));
  }
}
