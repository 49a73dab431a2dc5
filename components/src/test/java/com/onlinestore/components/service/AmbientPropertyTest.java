package com.onlinestore.components.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.onlinestore.components.Endpoint;
import com.onlinestore.components.MeshRules;
import com.onlinestore.components.NetworkRules;
import com.onlinestore.components.mesh.Waypoint;
import com.onlinestore.components.service.Call.HttpMethod;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever calls are declared, exactly those arrive, through the waypoint and not around it. */
class AmbientPropertyTest {

  private static final int TUNNEL = 15008;
  private static final Endpoint WAYPOINT = Endpoint.pod("store", Waypoint.POD_LABELS);
  private static final String GATEWAY = "store-gateway";

  @Property(tries = 150)
  void declaredRequestsOfDeclaredCallersArriveAndNoOthers(@ForAll("stores") Store any) {
    Store store = Stores.ambient(any);
    Paths paths = Paths.of(store);
    callers(store, paths.pods())
        .forEach(
            (from, calls) ->
                store
                    .graph()
                    .services()
                    .forEach(
                        (callee, settings) ->
                            settings
                                .servicePorts()
                                .forEach(port -> check(paths, from, calls, callee, port))));
  }

  /** Only its own pods have a certificate that says so; a label is soon copied. */
  @Property(tries = 150)
  void neitherALabelNorAnIdentityIsEnoughElsewhere(@ForAll("stores") Store any) {
    Store store = Stores.ambient(any);
    Paths paths = Paths.of(store);
    paths
        .pods()
        .forEach(
            (caller, pod) ->
                store
                    .graph()
                    .services()
                    .forEach(
                        (callee, settings) -> {
                          int port = settings.port();
                          Origin copy =
                              new Origin(
                                  "cluster.local/ns/other/sa/" + caller,
                                  Endpoint.pod("other", pod.labels()));
                          assertThat(paths.through(copy, callee, port, "GET", "/")).isFalse();
                          assertThat(paths.around(copy, callee, port)).isFalse();
                          assertThat(
                                  paths.mesh.allowAtWaypoint(
                                      copy.principal,
                                      "store",
                                      "waypoint",
                                      callee,
                                      port,
                                      "GET",
                                      "/"))
                              .isFalse();
                        }));
  }

  @Property(tries = 150)
  void prometheusReadsMetricsFromThePodsAndNothingElse(@ForAll("stores") Store any) {
    Store store = Stores.ambient(any);
    Paths paths = Paths.of(store);
    Origin prometheus =
        new Origin("cluster.local/ns/monitoring/sa/any", Endpoint.pod("monitoring", Map.of()));
    store
        .graph()
        .services()
        .forEach(
            (name, settings) ->
                settings
                    .servicePorts()
                    .forEach(
                        port ->
                            assertThat(paths.around(prometheus, name, port.number()))
                                .isEqualTo(settings.metrics().filter(port::equals).isPresent())));
  }

  @Property(tries = 150)
  void whoCallsReachesTheWaypointWhichReachesTheCalled(@ForAll("stores") Store any) {
    Store store = Stores.ambient(any);
    NetworkRules network = new NetworkRules(Manifested.policies(store));
    Manifested.pods(store)
        .forEach(
            (name, pod) -> {
              boolean calls = !store.graph().settingsOf(name).calls().isEmpty();
              boolean called = !store.callersOf(name).isEmpty();
              assertThat(network.letsOut(pod, WAYPOINT, "TCP", TUNNEL)).isEqualTo(calls);
              assertThat(network.letsIn(pod, WAYPOINT, "TCP", TUNNEL)).isEqualTo(calls);
              assertThat(network.letsOut(WAYPOINT, pod, "TCP", TUNNEL)).isEqualTo(called);
              assertThat(network.letsIn(WAYPOINT, pod, "TCP", TUNNEL)).isEqualTo(called);
            });
  }

  @Provide
  Arbitrary<Store> stores() {
    return Services.stores();
  }

  private static void check(
      Paths paths, Origin from, List<Call> calls, String callee, ServicePort port) {
    List<Call> declared =
        calls.stream()
            .filter(call -> call.service().equals(callee))
            .filter(call -> port.name().equals(call.port() == null ? "http" : call.port()))
            .toList();
    for (HttpMethod method : HttpMethod.values()) {
      for (String path : List.of("/", "/items", "/items/7", "/itemsheet")) {
        assertThat(paths.through(from, callee, port.number(), method.name(), path))
            .as("%s %s from %s to %s %s", method, path, from.principal, callee, port)
            .isEqualTo(declared.stream().anyMatch(each -> declares(each, method, path)));
      }
    }
    for (int number : List.of(port.number(), port.number() + 7)) {
      assertThat(paths.around(from, callee, number)).isFalse();
    }
    assertThat(paths.through(from, callee, port.number() + 7, "GET", "/")).isFalse();
  }

  private static Map<Origin, List<Call>> callers(Store store, Map<String, Endpoint> pods) {
    Map<Origin, List<Call>> callers = new TreeMap<>();
    pods.forEach(
        (name, pod) ->
            callers.put(
                new Origin("cluster.local/ns/store/sa/" + name, pod),
                store.graph().settingsOf(name).calls()));
    callers.put(
        new Origin(
            "cluster.local/ns/" + GATEWAY + "/sa/" + GATEWAY,
            Endpoint.pod(GATEWAY, Map.of("istio", GATEWAY))),
        store.ingress().orElseThrow().calls());
    return callers;
  }

  private static boolean declares(Call call, HttpMethod method, String path) {
    return (call.methods().isEmpty() || call.methods().contains(method))
        && (call.paths().isEmpty()
            || call.paths().contains(path)
            || call.paths().contains("/items/*") && path.startsWith("/items/"));
  }

  private record Origin(String principal, Endpoint pod) implements Comparable<Origin> {
    @Override
    public int compareTo(Origin other) {
      return principal.compareTo(other.principal);
    }
  }

  /** The ways that a request may take, each of them through network and mesh. */
  private record Paths(NetworkRules network, MeshRules mesh, Map<String, Endpoint> pods) {

    static Paths of(Store store) {
      List<Map<String, Object>> manifests = Manifested.policies(store);
      return new Paths(
          new NetworkRules(manifests), new MeshRules(manifests), Manifested.pods(store));
    }

    boolean through(Origin from, String callee, int port, String method, String path) {
      Endpoint to = pods.get(callee);
      return mesh.allowAtWaypoint(
              from.principal, "store", Waypoint.NAME, callee, port, method, path)
          && opens(from.pod, WAYPOINT, TUNNEL)
          && opens(WAYPOINT, to, TUNNEL)
          && mesh.allowConnection("cluster.local/ns/store/sa/waypoint", to, port);
    }

    /** In a tunnel to the pod itself, or without one, which strict mutual TLS would refuse. */
    boolean around(Origin from, String callee, int port) {
      Endpoint to = pods.get(callee);
      return opens(from.pod, to, port)
          || opens(from.pod, to, TUNNEL) && mesh.allowConnection(from.principal, to, port);
    }

    private boolean opens(Endpoint from, Endpoint to, int port) {
      return network.letsOut(from, to, "TCP", port) && network.letsIn(from, to, "TCP", port);
    }
  }
}
