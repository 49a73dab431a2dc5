package com.onlinestore.components.gateway;

import com.onlinestore.components.service.ServiceSettings;
import com.onlinestore.components.settings.Nearest;
import com.onlinestore.components.settings.Problem;
import com.onlinestore.components.settings.Problems;
import java.util.List;
import java.util.Map;

/** What is wrong with a gateway's tokens, logins, and callers of other origins. */
record IdentityProblems(GatewaySettings settings) {

  List<Problem> list(Map<String, ServiceSettings> services) {
    Problems problems = new Problems();
    for (int i = 0; i < settings.tokens().size(); i++) {
      problems.addAll("tokens[" + i + "]", issuer(i));
    }
    if (settings.cors() != null) {
      problems.addAll("cors", settings.cors().problems());
    }
    if (settings.login() != null) {
      String service = settings.login().service();
      problems.addIf(
          !services.containsKey(service),
          "login.service",
          "\"%s\" is not a service of this store.%s",
          service,
          Nearest.didYouMean(service, services.keySet()));
      problems.addIf(
          services.containsKey(service) && divided(services.get(service)),
          "login.service",
          "\"%s\" has a canary or versions, which say nothing of logins: the gateway asks any of its"
              + " pods. Remove them there.",
          service);
    }
    boolean guarded = settings.routes().stream().anyMatch(RouteSettings::guarded);
    for (int i = 0; i < settings.routes().size(); i++) {
      RouteSettings route = settings.routes().get(i);
      problems
          .addAll("routes[" + i + "]", route(route))
          .addIf(
              guarded && route.path().matches(".*[*{}].*"),
              "routes[" + i + "].path",
              "\"%s\" must not hold *, { or } in a gateway with token or login: policies read them"
                  + " as patterns.",
              route.path());
    }
    return problems.addAll("hosts", guarded ? wildcards() : List.of()).list();
  }

  private static boolean divided(ServiceSettings service) {
    return service.canary() != null || service.releases().size() > 1;
  }

  private List<Problem> issuer(int index) {
    TokenSettings issuer = settings.tokens().get(index);
    boolean repeated =
        settings.tokens().subList(0, index).stream()
            .anyMatch(earlier -> earlier.issuer().equals(issuer.issuer()));
    return new Problems()
        .addIf(
            repeated,
            "issuer",
            "\"%s\" stands twice; put its audiences and headers into one.",
            issuer.issuer())
        .addAll("", issuer.problems())
        .list();
  }

  private List<Problem> route(RouteSettings route) {
    boolean required = route.token() == TokenUse.REQUIRED;
    boolean authorizer =
        settings.login() != null && route.service().equals(settings.login().service());
    Problems problems =
        new Problems()
            .addIf(
                required && settings.tokens().isEmpty(),
                "token",
                "required lets nobody in: gateway.tokens names no issuer. Name one.")
            .addIf(
                !required && !route.claims().isEmpty(),
                "claims",
                "are only asked of a token that is required; say token: required.")
            .addIf(
                route.login() && settings.login() == null,
                "login",
                "true needs gateway.login, which names the service to ask.")
            .addIf(
                authorizer && route.guarded(),
                route.login() ? "login" : "token",
                "would lock everybody out of \"%s\", where they log in; remove it.",
                route.service());
    route
        .claims()
        .forEach((claim, values) -> problems.addAll("claims." + claim, claim(claim, values)));
    return problems.list();
  }

  /** What no policy could ask of a token. */
  static List<Problem> claim(String name, List<String> values) {
    return new Problems()
        .addIf(
            !name.matches(TokenSettings.CLAIM),
            "",
            "must be the name of a claim, such as role or realm_access.roles.")
        .addIf(values.isEmpty(), "", "must name at least one value.")
        .addIf(
            values.stream().anyMatch(value -> !value.matches("[^*]+")),
            "",
            "must name values without *, none of them empty.")
        .list();
  }

  /** A policy cannot tell a wildcard from another, because a request may name any port with it. */
  private List<Problem> wildcards() {
    List<GuardedHosts> open =
        GuardedHosts.of(settings).stream().filter(group -> group.wildcard() != null).toList();
    return new Problems()
        .addIf(
            open.size() > 1,
            "",
            "\"%s\" and \"%s\" are routed differently, which policies for token and login cannot"
                + " tell apart; route them alike, or name the hosts.",
            open.isEmpty() ? "" : open.get(0).wildcard(),
            open.size() < 2 ? "" : open.get(1).wildcard())
        .list();
  }
}
