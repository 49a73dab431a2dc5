package com.onlinestore.components.gateway;

import static com.onlinestore.components.Yaml.assertYaml;
import static com.onlinestore.components.gateway.Gateways.route;
import static org.assertj.core.api.Assertions.assertThat;

import com.onlinestore.components.Yaml;
import java.util.List;
import org.junit.jupiter.api.Test;

class GatewayGuardsTest {

  private static final String PLAIN =
      """
      hosts: [store.example.com]
      plainHttp: true
      tokens:
        - {issuer: "https://id.example.com/", jwksUri: "https://id.example.com/keys", audiences: [store]}
      """;

  @Test
  void whoeverComesToPublicRoutesIsAskedNothing() {
    GatewayGuards guards = guards(Gateways.plain(route("/", "orders")));

    assertThat(guards.denials()).isEmpty();
    assertThat(guards.logins()).isEmpty();
  }

  @Test
  void aRequiredTokenIsOneOfAKnownIssuer() {
    assertYaml(
        denials(
            PLAIN
                + """
                routes:
                  - {path: /products, service: products}
                  - {path: /orders, service: orders, token: required}
                """),
        "",
        """
        selector: {matchLabels: {istio: store-gateway}}
        action: DENY
        rules:
          - to: [{operation: {ports: ["80"], paths: [/orders, /orders/*]}}]
            when: [{key: "request.auth.claims[iss]", notValues: ["https://id.example.com/"]}]
        """);
  }

  @Test
  void whatALongerPathTakesIsLeftToIt() {
    assertYaml(
        denials(
            PLAIN
                + """
                routes:
                  - {path: /, service: users, token: required}
                  - {path: /orders, service: orders}
                  - {path: /orders/mine, service: orders, token: required}
                """),
        "/rules/0/to",
        """
        - operation:
            ports: ["80"]
            paths: [/orders/mine, /orders/mine/*]
        - operation:
            ports: ["80"]
            paths: [/, /*]
            notPaths: [/orders/mine, /orders/mine/*, /orders, /orders/*]
        """);
  }

  @Test
  void everyClaimThatIsAskedForIsARuleOfItsOwn() {
    assertYaml(
        denials(
            PLAIN
                + """
                routes:
                  - path: /
                    service: users
                    token: required
                    claims: {realm_access.roles: [admin, clerk], tenant: [acme]}
                """),
        "/rules",
        """
        - to: [{operation: {ports: ["80"], paths: [/, /*]}}]
          when: [{key: "request.auth.claims[realm_access][roles]", notValues: [admin, clerk]}]
        - to: [{operation: {ports: ["80"], paths: [/, /*]}}]
          when: [{key: "request.auth.claims[tenant]", notValues: [acme]}]
        """);
  }

  /** OPTIONS that is no preflight would reach a service. */
  @Test
  void preflightsOfAllowedOriginsPass() {
    assertYaml(
        denials(
            PLAIN
                + """
                cors: {origins: ["https://shop.example.com"], methods: [GET, PUT]}
                routes: [{path: /, service: users, token: required}]
                """),
        "/rules",
        """
        - to: [{operation: {ports: ["80"], notMethods: [OPTIONS], paths: [/, /*]}}]
          when:
            - {key: "request.auth.claims[iss]", notValues: ["https://id.example.com/"]}
        - to: [{operation: {ports: ["80"], methods: [OPTIONS], paths: [/, /*]}}]
          when:
            - {key: "request.auth.claims[iss]", notValues: ["https://id.example.com/"]}
            - {key: "request.headers[origin]", notValues: ["https://shop.example.com"]}
        - to: [{operation: {ports: ["80"], methods: [OPTIONS], paths: [/, /*]}}]
          when:
            - {key: "request.auth.claims[iss]", notValues: ["https://id.example.com/"]}
            - {key: "request.headers[access-control-request-method]", notValues: [GET, PUT]}
        """);
  }

  @Test
  void hostsThatAreRoutedDifferentlyAreToldApartWhateverPortARequestNames() {
    String routes =
        """
        routes:
          - {path: /, service: users, host: a.example.com, token: required}
          - {path: /, service: orders, host: "*.example.com", token: required}
        """;

    assertYaml(
        denials(
            PLAIN.replace("store.example.com", "a.example.com, b.example.com, \"*.example.com\"")
                + routes),
        "/rules/0/to",
        """
        - operation:
            hosts: [a.example.com, "a.example.com:*"]
            ports: ["80"]
            paths: [/, /*]
        - operation:
            notHosts: [a.example.com, "a.example.com:*"]
            ports: ["80"]
            paths: [/, /*]
        """);
  }

  @Test
  void aHeaderOfAClaimMustHaveComeFromAnIssuerThatSetsIt() {
    assertYaml(
        denials(
            PLAIN.replace("[store]}", "[store], headers: {x-user-id: sub}}")
                + """
                routes: [{path: /, service: users}]
                """),
        "/rules",
        """
        - when:
            - {key: "request.headers[x-user-id]", values: ["*"]}
            - {key: "request.auth.claims[iss]", notValues: ["https://id.example.com/"]}
        """);
  }

  @Test
  void theAuthorizerOfTheStoreIsAskedBehindTheCertificate() {
    assertYaml(
        guards(
                settings(
                    """
                    hosts: [store.example.com]
                    tlsSecret: store-tls
                    login: {service: users}
                    routes: [{path: /admin, service: orders, login: true}]
                    """))
            .logins()
            .orElseThrow(),
        "",
        """
        selector: {matchLabels: {istio: store-gateway}}
        action: CUSTOM
        provider: {name: store-login}
        rules: [{to: [{operation: {ports: ["443"], paths: [/admin, /admin/*]}}]}]
        """);
  }

  @Test
  void anExistingMeshKnowsTheAuthorizerByANameOfItsOwn() {
    assertYaml(
        guards(
                settings(
                    """
                    hosts: [store.example.com]
                    plainHttp: true
                    login: {service: users, provider: corporate}
                    routes: [{path: /admin, service: orders, login: true}]
                    """))
            .logins()
            .orElseThrow(),
        "/provider",
        "name: corporate");
  }

  private static Object denials(String yaml) {
    return guards(settings(yaml)).denials().orElseThrow();
  }

  private static GatewaySettings settings(String yaml) {
    return Yaml.read(GatewaySettings.class, yaml);
  }

  private static GatewayGuards guards(GatewaySettings settings) {
    return new GatewayGuards("store-gateway", "store", settings, List.of());
  }
}
