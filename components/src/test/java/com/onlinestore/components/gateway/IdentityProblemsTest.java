package com.onlinestore.components.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.onlinestore.components.Yaml;
import com.onlinestore.components.service.ServiceSettings;
import com.onlinestore.components.service.Stores;
import com.onlinestore.components.settings.Problem;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdentityProblemsTest {

  private static final Map<String, ServiceSettings> SERVICES =
      Map.of(
          "login", Stores.service().build(),
          "orders", Stores.service().build(),
          "users", Stores.service().build());
  private static final String HEAD =
      """
      hosts: [store.example.com]
      tlsSecret: store-tls
      """;
  private static final String ISSUER =
      """
      tokens:
        - {issuer: "https://id.example.com/", jwksUri: "https://id.example.com/keys", audiences: [store]}
      """;

  @Test
  void allOfItTogetherIsNone() {
    assertThat(
            problems(
                HEAD
                    + ISSUER
                    + """
                    cors: {origins: ["https://shop.example.com"], credentials: true}
                    login: {service: login}
                    routes:
                      - {path: /, service: users}
                      - {path: /orders, service: orders, token: required, claims: {role: [a, b]}}
                      - {path: /admin, service: orders, token: required, login: true}
                      - {path: /oauth2, service: login}
                    """))
        .isEmpty();
  }

  @Test
  void whatIsAskedForWithoutSayingWhoAnswersIsTold() {
    assertThat(
            problems(
                HEAD
                    + """
                    routes:
                      - {path: /orders, service: orders, token: required}
                      - {path: /users, service: users, claims: {role: [admin]}}
                      - {path: /admin, service: orders, login: true}
                    """))
        .containsExactly(
            new Problem(
                "routes[0].token",
                "required lets nobody in: gateway.tokens names no issuer. Name one."),
            new Problem(
                "routes[1].claims",
                "are only asked of a token that is required; say token: required."),
            new Problem(
                "routes[2].login", "true needs gateway.login, which names the service to ask."));
  }

  @Test
  void anUnknownAuthorizerAndOneBehindItselfAreTold() {
    assertThat(
            problems(
                HEAD + "login: {service: logon}\nroutes: [{path: /, service: users, login: true}]"))
        .containsExactly(
            new Problem(
                "login.service",
                "\"logon\" is not a service of this store. Did you mean \"login\"?"));
    assertThat(
            problems(
                HEAD
                    + ISSUER
                    + """
                    login: {service: login}
                    routes:
                      - {path: /oauth2, service: login, login: true}
                      - {path: /login, service: login, token: required}
                    """))
        .containsExactly(
            new Problem(
                "routes[0].login",
                "would lock everybody out of \"login\", where they log in; remove it."),
            new Problem(
                "routes[1].token",
                "would lock everybody out of \"login\", where they log in; remove it."));
  }

  @ParameterizedTest
  @ValueSource(strings = {"canary: {}", "live: v1\nversions: {v1: {}, v2: {}}"})
  void anAuthorizerOfSeveralVersionsIsTold(String divided) {
    Map<String, ServiceSettings> services = new HashMap<>(SERVICES);
    services.put("login", Yaml.read(ServiceSettings.class, "image: acme/login:1\n" + divided));

    assertThat(
            Yaml.read(
                    GatewaySettings.class,
                    HEAD
                        + "login: {service: login}\nroutes: [{path: /, service: users, login: true}]")
                .problems(services))
        .containsExactly(
            new Problem(
                "login.service",
                "\"login\" has a canary or versions, which say nothing of logins: the gateway asks"
                    + " any of its pods. Remove them there."));
  }

  @Test
  void anIssuerNamedTwiceIsTold() {
    assertThat(
            problems(
                HEAD
                    + ISSUER
                    + ISSUER.lines().skip(1).findFirst().orElseThrow()
                    + "\nroutes: [{path: /, service: users}]"))
        .containsExactly(
            new Problem(
                "tokens[1].issuer",
                "\"https://id.example.com/\" stands twice; put its audiences and headers into"
                    + " one."));
  }

  @Test
  void claimsThatNoTokenCanMeetAreTold() {
    assertThat(
            problems(
                HEAD
                    + ISSUER
                    + """
                    routes:
                      - path: /
                        service: users
                        token: required
                        claims: {"https://a/roles": [admin], group: [], role: ["adm*"]}
                    """))
        .containsExactly(
            new Problem("routes[0].claims.group", "must name at least one value."),
            new Problem(
                "routes[0].claims.https://a/roles",
                "must be the name of a claim, such as role or realm_access.roles."),
            new Problem(
                "routes[0].claims.role", "must name values without *, none of them empty."));
  }

  @Test
  void aPathThatPoliciesReadOtherwiseIsToldWhereAnyRouteIsGuarded() {
    String paths = "routes: [{path: /a*, service: users}, {path: /b, service: users";

    assertThat(problems(HEAD + ISSUER + paths + "}]")).isEmpty();
    assertThat(problems(HEAD + ISSUER + paths + ", token: required}]"))
        .containsExactly(
            new Problem(
                "routes[0].path",
                "\"/a*\" must not hold *, { or } in a gateway with token or login: policies read"
                    + " them as patterns."));
  }

  @Test
  void twoWildcardsThatAreRoutedDifferentlyAreToldWhereAnyRouteIsGuarded() {
    String wildcards = HEAD.replace("store.example.com", "\"*.a.com\", \"*.b.com\"") + ISSUER;
    String own = "routes: [{path: /, service: users, host: \"*.a.com\"}, {path: /b, service: users";

    assertThat(problems(wildcards + own + "}]")).isEmpty();
    assertThat(problems(wildcards + "routes: [{path: /, service: users, token: required}]"))
        .isEmpty();
    assertThat(problems(wildcards + own + ", token: required}]"))
        .containsExactly(
            new Problem(
                "hosts",
                "\"*.a.com\" and \"*.b.com\" are routed differently, which policies for token and"
                    + " login cannot tell apart; route them alike, or name the hosts."));
  }

  private static List<Problem> problems(String yaml) {
    return Yaml.read(GatewaySettings.class, yaml).problems(SERVICES);
  }
}
