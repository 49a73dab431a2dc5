package com.onlinestore.components.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.onlinestore.components.Yaml;
import com.onlinestore.components.service.Call.HttpMethod;
import com.onlinestore.components.service.ServiceGraph.Edge;
import com.onlinestore.components.settings.Problem;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ServiceGraphTest {

  private static final Call POSTING =
      new Call("payments", null, List.of(HttpMethod.POST), List.of());

  @Test
  void turnsDeclaredCallsRound() {
    ServiceGraph graph =
        new ServiceGraph(
            Map.of(
                "orders",
                Stores.service().calls(List.of(POSTING)).build(),
                "users",
                Stores.calling("payments", "users"),
                "payments",
                Stores.calling("orders")));

    assertThat(graph.callersOf("payments"))
        .containsExactly(new Edge("orders", POSTING), new Edge("users", new Call("payments")));
    assertThat(graph.callersOf("users")).containsExactly(new Edge("users", new Call("users")));
    assertThat(graph.callersOf("orders")).containsExactly(new Edge("payments", new Call("orders")));
    assertThat(graph.callersOf("nobody")).isEmpty();
    assertThat(graph.problems()).isEmpty();
  }

  @Test
  void knowsItsServicesByNameAndRefusesOthers() {
    ServiceSettings orders = Stores.service().build();
    ServiceGraph graph = new ServiceGraph(Map.of("orders", orders));

    assertThat(graph.settingsOf("orders")).isSameAs(orders);
    assertThatThrownBy(() -> graph.settingsOf("order"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("\"order\" is not a service of this store.");
  }

  @Test
  void listsItsServicesInOrderAndForReadingOnly() {
    Map<String, ServiceSettings> services = new HashMap<>();
    List.of("users", "orders", "payments")
        .forEach(name -> services.put(name, Stores.service().build()));
    ServiceGraph graph = new ServiceGraph(services);
    services.clear();

    assertThat(graph.services().keySet()).containsExactly("orders", "payments", "users");
    assertThatThrownBy(() -> graph.services().clear())
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void tellsUnknownCalleesCallsDeclaredTwiceAndContradictingHosts() {
    ServiceGraph graph =
        new ServiceGraph(
            Map.of(
                "orders",
                Stores.calling("payments", "paymnts", "cart", "payments"),
                "payments",
                Stores.service()
                    .externalHosts(
                        List.of(
                            new ExternalHost("a.b", 443, ExternalHost.Protocol.TLS, null),
                            new ExternalHost("a.b", 443, ExternalHost.Protocol.TCP, null)))
                    .build()));

    assertThat(graph.problems())
        .containsExactly(
            new Problem(
                "orders.calls[1]",
                "\"paymnts\" is not a service of this store. Did you mean \"payments\"?"),
            new Problem("orders.calls[2]", "\"cart\" is not a service of this store."),
            new Problem("orders.calls[3]", "\"payments\" is declared twice."),
            new Problem(
                "payments.externalHosts[1].protocol",
                "a.b:443 is tcp here and tls at payments.externalHosts[0]; use one of them."));
  }

  @Test
  void tellsCallsToPortsThatAreNotThereOrHaveNoRequests() {
    ServiceSettings stock =
        Stores.service().ports(Map.of("queue", new PortSettings(5672, PortProtocol.TCP))).build();
    ServiceSettings orders =
        Stores.service()
            .calls(
                List.of(
                    new Call("stock", "queue", null, null),
                    new Call("stock", "queu", null, null),
                    new Call("stock"),
                    new Call("stock", "queue", List.of(HttpMethod.GET), null)))
            .build();

    assertThat(new ServiceGraph(Map.of("orders", orders, "stock", stock)).problems())
        .containsExactly(
            new Problem(
                "orders.calls[1].port",
                "\"queu\" is not a port of \"stock\" (http, queue). Did you mean \"queue\"?"),
            new Problem("orders.calls[3]", "\"stock\" is declared twice."),
            new Problem(
                "orders.calls[3]",
                "methods and paths need requests, and this port of \"stock\" speaks tcp; remove"
                    + " them."));
  }

  /** Whoever waits for orders gives up before payments can answer it. */
  @Test
  void refusesACalleeSlowerThanItsCallersCallersWait() {
    ServiceGraph graph =
        new ServiceGraph(
            Map.of(
                "orders",
                Yaml.read(
                    ServiceSettings.class,
                    "{image: \"a:1\", calls: [payments, orders], traffic: {timeout: 10s}}"),
                "payments",
                Yaml.read(
                    ServiceSettings.class,
                    "{image: \"a:1\", calls: [orders], traffic: {timeout: 12s}}")));

    assertThat(graph.problems())
        .containsExactly(
            new Problem(
                "orders.calls[0]",
                "\"payments\" may take 12s (services.payments.traffic.timeout), and whoever calls"
                    + " \"orders\" waits 10s only (services.orders.traffic.timeout); shorten the"
                    + " one or lengthen the other."));
  }

  @Test
  void refusesNamesThatTwoServicesWouldShare() {
    ServiceGraph graph =
        new ServiceGraph(
            Map.of(
                "a",
                Stores.service().version("b-v1").build(),
                "a-b",
                Stores.service().build(),
                "a--http",
                Stores.service().build()));

    assertThat(graph.problems())
        .containsExactlyInAnyOrder(
            new Problem(
                "a-b",
                "would have a Deployment \"a-b-v1\", as service \"a\" has; rename one of them."),
            new Problem(
                "a",
                "would have a VirtualService \"a--http\", as service \"a--http\" has; rename one"
                    + " of them."));
  }
}
