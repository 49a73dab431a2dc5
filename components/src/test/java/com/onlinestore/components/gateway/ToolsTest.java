package com.onlinestore.components.gateway;

import static com.onlinestore.components.Recording.TOP;
import static com.onlinestore.components.Yaml.assertYaml;
import static org.assertj.core.api.Assertions.assertThat;

import com.onlinestore.components.Recording;
import com.onlinestore.components.Yaml;
import com.onlinestore.components.cluster.Facts;
import com.onlinestore.components.mesh.Meshes;
import com.onlinestore.components.observability.DataSources;
import com.onlinestore.components.observability.Monitoring;
import com.onlinestore.components.observability.ToolAccess;
import com.onlinestore.components.observability.alerts.Alerting;
import com.onlinestore.components.service.Store;
import com.onlinestore.components.service.Stores;
import com.onlinestore.components.settings.Profile;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Grafana and its like behind the gateway. */
class ToolsTest {

  private static final String LOGIN =
      """
      hosts: [store.example.com]
      tlsSecret: store-tls
      login: {service: users}
      """;

  private static final String TOKENS =
      """
      tokens:
        - {issuer: "https://id.example.com/", jwksUri: "https://id.example.com/keys", audiences: [store]}
      """;

  private static final String ROUTES =
      """
      routes:
        - {path: /admin, service: orders, login: true}
        - {path: /oauth2, service: users}
      """;

  private static final ToolAccess BOTH =
      access(
          """
          grafana: grafana.example.com
          jaeger: jaeger.example.com
          claims: {groups: [sre, admin]}
          """);

  @Test
  void everyRequestIsAskedAboutButThoseOfTheLoginItself() {
    assertYaml(
        guards(LOGIN + ROUTES, BOTH).logins().orElseThrow(),
        "",
        """
        selector: {matchLabels: {istio: store-gateway}}
        action: CUSTOM
        provider: {name: store-login}
        rules:
          - to:
              - operation:
                  hosts:
                    - grafana.example.com
                    - grafana.example.com:*
                    - jaeger.example.com
                    - jaeger.example.com:*
                  ports: ["443"]
                  notPaths: [/oauth2, /oauth2/*]
        """);
  }

  @Test
  void eachClaimIsARuleOfItsOwn() {
    assertYaml(
        guards(
                LOGIN + ROUTES,
                access("{grafana: g.example.com, claims: {groups: [sre], a.b: [c]}}"))
            .denials()
            .orElseThrow(),
        "",
        """
        selector: {matchLabels: {istio: store-gateway}}
        action: DENY
        rules:
          - to:
              - operation:
                  hosts: [g.example.com, "g.example.com:*"]
                  ports: ["443"]
                  notPaths: [/oauth2, /oauth2/*]
            when: [{key: "request.auth.claims[a][b]", notValues: [c]}]
          - to:
              - operation:
                  hosts: [g.example.com, "g.example.com:*"]
                  ports: ["443"]
                  notPaths: [/oauth2, /oauth2/*]
            when: [{key: "request.auth.claims[groups]", notValues: [sre]}]
        """);
  }

  @Test
  void withoutHostsNobodyIsAsked() {
    assertThat(guards(LOGIN + ROUTES, ToolAccess.none()).logins()).isEmpty();
    assertThat(guards(LOGIN + ROUTES, ToolAccess.none()).denials()).isEmpty();
    assertThat(guards(LOGIN + ROUTES, access("{grafana: g.example.com}")).denials()).isEmpty();
  }

  /** Grafana has an /admin, too. */
  @Test
  void rulesOfTheStoreHoldForItsOwnHostsAlone() {
    assertYaml(
        new GatewayGuards(
                "store-gateway", "store", settings(LOGIN + ROUTES), List.of("g.example.com"))
            .logins()
            .orElseThrow(),
        "/rules/0/to/0/operation",
        """
        hosts: [store.example.com, "store.example.com:*"]
        ports: ["443"]
        paths: [/admin, /admin/*]
        """);
    assertYaml(
        new GatewayGuards(
                "store-gateway",
                "store",
                settings(LOGIN.replace("store.example.com", "'*.example.com'") + ROUTES),
                List.of("g.example.com"))
            .logins()
            .orElseThrow(),
        "/rules/0/to/0/operation",
        """
        notHosts: [g.example.com, "g.example.com:*"]
        ports: ["443"]
        paths: [/admin, /admin/*]
        """);
  }

  @Test
  void aHostLeadsToItsPageAndToTheLogin() {
    GatewaySettings settings = settings(LOGIN + ROUTES);

    assertYaml(
        new GatewayRoutes(settings, store(settings, BOTH), "store-gateway/store-gateway")
            .virtualServices()
            .get("grafana.example.com"),
        "",
        """
        hosts: [grafana.example.com]
        gateways: [store-gateway/store-gateway]
        exportTo: [.]
        http:
          - name: users
            match: [{uri: {exact: /oauth2}}, {uri: {prefix: /oauth2/}}]
            delegate: {name: users--http, namespace: store}
          - name: grafana
            route:
              - destination:
                  host: kps-grafana.monitoring.svc.cluster.local
                  port: {number: 80}
            headers: {request: {remove: [authorization]}}
        """);
    assertYaml(
        GatewayListeners.of("store-gateway", settings, BOTH.hosts().values()),
        "/servers/1/hosts",
        "[store.example.com, grafana.example.com, jaeger.example.com]");
  }

  @Test
  void theGatewayReachesThePagesThatHaveAHost() {
    GatewaySettings settings = settings(LOGIN + ROUTES);

    assertYaml(
        new GatewayPolicies("store-gateway", settings, store(settings, BOTH)).networkPolicy(),
        "/spec/egress/3",
        """
        to:
          - namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: monitoring}}
            podSelector: {matchLabels: {app.kubernetes.io/name: grafana}}
        ports: [{port: 3000, protocol: TCP}]
        """);
    assertYaml(
        new GatewayPolicies(
                "store-gateway",
                settings,
                Stores.ambient(store(settings, access("{prometheus: p.example.com}"))))
            .networkPolicy(),
        "/spec/egress/3",
        """
        to:
          - namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: monitoring}}
            podSelector: {matchLabels: {app.kubernetes.io/name: prometheus}}
        ports: [{port: 9090, protocol: TCP}, {port: 15008, protocol: TCP}]
        """);
  }

  /** So that no request comes in unasked. */
  @Test
  void guardsAreThereBeforeThePages() {
    GatewaySettings settings = settings(LOGIN + TOKENS + ROUTES);
    Recording recording = Recording.of(() -> gateway(settings, BOTH));

    assertThat(recording.childrenOf("edge"))
        .contains(
            "kubernetes:security.istio.io/v1:AuthorizationPolicy edge-tool-logins",
            "kubernetes:security.istio.io/v1:AuthorizationPolicy edge-tool-denials",
            "kubernetes:networking.istio.io/v1:VirtualService edge-routes-grafana.example.com",
            "kubernetes:networking.istio.io/v1:VirtualService edge-routes-jaeger.example.com");
    assertThat(recording.get("edge-release").dependencies())
        .contains("edge-tool-logins", "edge-tool-denials");
    assertThat(recording.get("edge-routes-grafana.example.com").dependencies())
        .containsExactly("edge-listeners");
  }

  @Test
  void aGatewayThatWouldLeaveThemOpenIsRefused() {
    GatewaySettings open =
        settings(
            """
            hosts: [store.example.com]
            tlsSecret: store-tls
            routes: [{path: /, service: orders}]
            """);

    assertThat(Recording.refusal(() -> gateway(open, access("{grafana: g.example.com}"))))
        .isEqualTo(
            "edge: the gateway's settings have problems\n  would be open to everybody:"
                + " gateway.login names nobody to ask who comes. Name a service there, or remove"
                + " the hosts.");
  }

  @Test
  void whatIsWellGuardedIsNoProblem() {
    assertThat(problems(LOGIN + ROUTES, "{grafana: g.example.com}")).isEmpty();
    assertThat(problems(LOGIN + TOKENS + ROUTES, "{grafana: g.example.com, claims: {a: [b]}}"))
        .isEmpty();
    assertThat(new ToolProblems(null, ToolAccess.none()).list()).isEmpty();
  }

  @Test
  void nothingIsEverPublic() {
    assertThat(new ToolProblems(null, BOTH).list())
        .extracting(Object::toString)
        .containsExactly(
            "needs the store's gateway, and there is none; say gateway, or remove the hosts.");
    assertThat(
            problems(
                """
                hosts: [store.example.com]
                plainHttp: true
                api: gateway-api
                routes: [{path: /, service: orders}]
                """,
                "{grafana: g.example.com}"))
        .containsExactly(
            "would be open to everybody: gateway.login names nobody to ask who comes. Name a"
                + " service there, or remove the hosts.",
            "needs gateway.tlsSecret: logins would cross the network unencrypted.",
            "is only for gateway.api: istio; say so, or remove the hosts.");
  }

  @Test
  void hostsAreTheirOwnAndClaimsSaySomething() {
    assertThat(
            problems(
                LOGIN + ROUTES,
                """
                grafana: store.example.com
                prometheus: p.example.com
                jaeger: p.example.com
                claims: {"a b": [], c: ["*"]}
                """))
        .containsExactly(
            "grafana: \"store.example.com\" is a host of the store (gateway.hosts); choose another.",
            "jaeger: \"p.example.com\" stands twice.",
            "claims: let nobody in: gateway.tokens names no issuer. Name one, or remove them.",
            "claims.a b: must be the name of a claim, such as role or realm_access.roles.",
            "claims.a b: must name at least one value.",
            "claims.c: must name values without *, none of them empty.");
    assertThat(problems(LOGIN + TOKENS + ROUTES, "{grafana: g.example.com}"))
        .containsExactly(
            "claims: must say who of those that can log in may come, such as {groups: [sre]}.");
    assertThat(problems(LOGIN + ROUTES, "{claims: {a: [b]}}"))
        .containsExactly("claims: have no effect: no page has a host; name one, or remove them.");
  }

  private static List<String> problems(String gateway, String access) {
    return new ToolProblems(settings(gateway), access(access))
        .list().stream().map(Object::toString).toList();
  }

  private static void gateway(GatewaySettings settings, ToolAccess access) {
    new StoreGateway(
        "edge", settings, store(settings, access), List.of(), 5, Profile.DEV, Facts.SHARED, TOP);
  }

  private static ToolGuards guards(String gateway, ToolAccess access) {
    return new ToolGuards("store-gateway", "store", settings(gateway), access);
  }

  private static GatewaySettings settings(String yaml) {
    return Yaml.read(GatewaySettings.class, yaml);
  }

  private static ToolAccess access(String yaml) {
    return Yaml.read(ToolAccess.class, yaml);
  }

  private static Store store(GatewaySettings settings, ToolAccess access) {
    return new Store(
        "store",
        Gateways.store(settings).graph(),
        Meshes.TRACING,
        new Monitoring(
            "monitoring",
            Map.of(),
            List.of(),
            Optional.empty(),
            Alerting.DEFAULTS,
            access,
            DataSources.NONE),
        Gateways.store(settings).mirrors(),
        Optional.of(StoreGateway.ingress("store", settings)));
  }
}
