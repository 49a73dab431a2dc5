package com.onlinestore.components.gateway;

import static com.onlinestore.components.gateway.Gateways.route;
import static org.assertj.core.api.Assertions.assertThat;

import com.onlinestore.components.Yaml;
import com.onlinestore.components.service.Call;
import com.onlinestore.components.service.PortProtocol;
import com.onlinestore.components.service.PortSettings;
import com.onlinestore.components.service.RateSettings;
import com.onlinestore.components.service.ServiceSettings;
import com.onlinestore.components.service.Stores;
import com.onlinestore.components.settings.Problem;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GatewaySettingsTest {

  private static final Map<String, ServiceSettings> SERVICES =
      Map.of("orders", Stores.service().build(), "users", Stores.service().build());

  @Test
  void encryptsUnlessToldOtherwise() {
    GatewaySettings read =
        Yaml.read(
            GatewaySettings.class,
            "{hosts: [store.example.com], routes: [{path: /, service: orders}]}");

    assertThat(read)
        .isEqualTo(
            new GatewaySettings(
                List.of("store.example.com"),
                null,
                false,
                false,
                List.of(route("/", "orders")),
                null,
                null,
                null,
                null,
                0));
    assertThat(read.problems(SERVICES))
        .containsExactly(
            new Problem(
                "tlsSecret",
                "names no certificate, so the store would be served without encryption. Name a"
                    + " TLS Secret, or say plainHttp: true."));
  }

  @Test
  void isReadFromAStackFile() {
    GatewaySettings read =
        Yaml.read(
            GatewaySettings.class,
            """
            hosts: [store.example.com, "*.example.org"]
            tlsSecret: store-tls
            plainHttp: false
            internal: true
            trustedProxies: 1
            limits: {client: {requests: 20}}
            routes:
              - {path: /orders, service: orders, rewrite: /, host: store.example.com}
              - {path: /, service: users}
            """);

    assertThat(read)
        .isEqualTo(
            new GatewaySettings(
                List.of("store.example.com", "*.example.org"),
                "store-tls",
                false,
                true,
                List.of(
                    Gateways.route("/orders", "orders", "/", "store.example.com"),
                    route("/", "users")),
                null,
                null,
                null,
                new GatewayLimitSettings(null, new RateSettings(20, null, null), null, false, null),
                1));
    assertThat(read.problems(SERVICES)).isEmpty();
    assertThat(read.calls()).containsExactly(new Call("orders"), new Call("users"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{hosts: [], routes: [{path: /, service: orders}]}", "{hosts: [a.b], routes: []}"})
  void refusesNoHostsAndNoRoutes(String yaml) {
    assertThat(Yaml.refusal(GatewaySettings.class, yaml))
        .isEqualTo("A gateway needs at least one host and one route.");
  }

  @Test
  void aCertificateContradictsPlainHttp() {
    assertThat(
            new GatewaySettings(
                    List.of("a.b"),
                    "store-tls",
                    true,
                    false,
                    List.of(route("/", "orders")),
                    null,
                    null,
                    null,
                    null,
                    null)
                .problems(SERVICES))
        .containsExactly(
            new Problem(
                "plainHttp",
                "true contradicts tlsSecret (\"store-tls\"), which redirects HTTP to HTTPS; remove"
                    + " one."));
  }

  @Test
  void unknownServicesAndHostsAndPathsRoutedTwiceAreToldAtOnce() {
    assertThat(
            Gateways.plain(
                    route("/", "order"),
                    route("/", "users"),
                    Gateways.route("/", "users", null, "stoer.example.com"),
                    Gateways.route("/users", "carts", null, "store.example.com"))
                .problems(SERVICES))
        .containsExactly(
            new Problem(
                "routes[0].service",
                "\"order\" is not a service of this store. Did you mean \"orders\"?"),
            new Problem("routes[1].path", "\"/\" is routed twice."),
            new Problem(
                "routes[2].host",
                "\"stoer.example.com\" is not one of the gateway's hosts. Did you mean"
                    + " \"store.example.com\"?"),
            new Problem("routes[3].service", "\"carts\" is not a service of this store."));
  }

  @Test
  void aHostNamedTwiceIsAProblem() {
    assertThat(Gateways.at(List.of("a.b", "a.b"), route("/", "orders")).problems(SERVICES))
        .containsExactly(new Problem("hosts[1]", "\"a.b\" stands twice."));
  }

  @Test
  void aRouteGoesToAPortThatSpeaksHttp() {
    Map<String, ServiceSettings> services =
        Map.of(
            "stock",
            Stores.service()
                .protocol(PortProtocol.TCP)
                .ports(Map.of("admin", new PortSettings(9090, null)))
                .build());

    assertThat(
            Gateways.plain(
                    new RouteSettings("/a", "stock", "admin", null, null),
                    route("/b", "stock"),
                    new RouteSettings("/c", "stock", "admn", null, null))
                .problems(services))
        .containsExactly(
            new Problem(
                "routes[1].service",
                "\"stock\" speaks tcp there, which has no paths to route by; route to a port that"
                    + " speaks http, http2 or grpc."),
            new Problem(
                "routes[2].port",
                "\"admn\" is not a port of \"stock\" (tcp, admin). Did you mean \"admin\"?"));
  }

  @Test
  void tokensAndCookiesWithoutEncryptionAreKnown() {
    LoginSettings login = new LoginSettings("users", null);

    assertThat(Gateways.plain(route("/", "orders")).identifiesInClear()).isFalse();
    assertThat(
            GatewaySettingsBuilder.builder(Gateways.plain(route("/", "orders")))
                .login(login)
                .build()
                .identifiesInClear())
        .isTrue();
    assertThat(
            GatewaySettingsBuilder.builder(Gateways.encrypted(route("/", "orders")))
                .login(login)
                .build()
                .identifiesInClear())
        .isFalse();
  }
}
