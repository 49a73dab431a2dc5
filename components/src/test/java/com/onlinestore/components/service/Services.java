package com.onlinestore.components.service;

import com.onlinestore.components.kubernetes.Amounts;
import com.onlinestore.components.kubernetes.ContainerResources;
import com.onlinestore.components.service.Call.HttpMethod;
import com.onlinestore.components.settings.Image;
import com.onlinestore.components.settings.TimeSpan;
import io.fabric8.kubernetes.api.model.Quantity;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Builders;
import net.jqwik.api.Combinators;

/** Any valid services and stores, for properties. */
public final class Services {

  /** Names that begin alike are in, because a selector must not confuse them. */
  private static final List<String> NAMES =
      List.of("orders", "orders-2", "order", "payments", "users", "stock-keeper", "a");

  private Services() {}

  /** Any store: circles, calls to oneself, exposed services and outside hosts included. */
  public static Arbitrary<Store> stores() {
    Arbitrary<Set<String>> names = Arbitraries.of(NAMES).set();
    return Combinators.combine(
            names.filter(some -> !some.isEmpty()), service().list().ofSize(NAMES.size()), names)
        .as((some, services, exposed) -> store(some, services, exposed))
        .withoutEdgeCases();
  }

  private static Store store(
      Set<String> names, List<ServiceSettings> services, Set<String> exposed) {
    Map<String, ServiceSettings> kept = new TreeMap<>();
    for (String name : names) {
      ServiceSettings service = services.get(NAMES.indexOf(name));
      List<Call> calls =
          service.calls().stream().filter(call -> names.contains(call.service())).toList();
      kept.put(name, ServiceSettingsBuilder.builder(service).calls(calls).build());
    }
    return Stores.exposing(
        Stores.of(kept), exposed.stream().filter(names::contains).collect(Collectors.toSet()));
  }

  /** Any valid service that calls some others. */
  public static Arbitrary<ServiceSettings> service() {
    return Builders.withBuilder(() -> ServiceSettingsBuilder.builder().image(new Image("a:1")))
        .use(versions())
        .in(Services::withVersions)
        .use(Arbitraries.integers().between(1, 14999))
        .in(ServiceSettingsBuilder::port)
        .use(ports())
        .in(ServiceSettingsBuilder::ports)
        .use(calls())
        .in(ServiceSettingsBuilder::calls)
        .use(hosts())
        .in(ServiceSettingsBuilder::externalHosts)
        .use(resources())
        .in(ServiceSettingsBuilder::resources)
        .use(seconds(30))
        .in(ServiceSettingsBuilder::drainDelay)
        .use(traffic())
        .in(ServiceSettingsBuilder::traffic)
        .use(Arbitraries.integers().between(1, 9).map(DisruptionSettings::new))
        .in(ServiceSettingsBuilder::disruption)
        .use(Arbitraries.longs().between(1, Integer.MAX_VALUE))
        .in(ServiceSettingsBuilder::user)
        .use(paths())
        .in(ServiceSettingsBuilder::writablePaths)
        .use(Arbitraries.maps(Arbitraries.of("/etc/a", "/etc/b/a", "/a.yaml"), text()))
        .in(ServiceSettingsBuilder::configFiles)
        .use(Arbitraries.maps(Arbitraries.of("LEVEL", "A_URL", "GOMEMLIMIT"), text()))
        .in(ServiceSettingsBuilder::environment)
        .use(Arbitraries.integers().between(-20, 20))
        .in(Services::withPods)
        .build(ServiceSettingsBuilder::build)
        .filter(service -> service.problems().isEmpty())
        .withoutEdgeCases();
  }

  /** One by name, or several with their weights. */
  private static ServiceSettingsBuilder withVersions(
      ServiceSettingsBuilder service, Map<String, VersionSettings> versions) {
    return versions.size() == 1
        ? service.version(versions.keySet().iterator().next())
        : service.versions(versions);
  }

  private static Arbitrary<Map<String, VersionSettings>> versions() {
    Arbitrary<Integer> weight = Arbitraries.integers().between(0, 50);
    return Combinators.combine(
            Arbitraries.of("v1", "blue", "2").set().ofMinSize(1), weight, weight, mirror())
        .as(
            (names, one, two, mirror) -> {
              List<Integer> weights =
                  names.size() == 2 ? List.of(one, 100 - one) : List.of(one, two, 100 - one - two);
              Map<String, VersionSettings> versions = new TreeMap<>();
              names.forEach(
                  name ->
                      versions.put(
                          name,
                          VersionSettingsBuilder.builder()
                              .weight(weights.get(versions.size()))
                              .mirror(mirror)
                              .match(List.of(new RequestMatch("x-version", null, name)))
                              .build()));
              return versions;
            });
  }

  private static Arbitrary<Integer> mirror() {
    return Arbitraries.of(0, 10);
  }

  /** A fixed number of pods, or below zero an autoscaler. */
  private static ServiceSettingsBuilder withPods(ServiceSettingsBuilder service, int pods) {
    return pods >= 0
        ? service.replicas(pods)
        : service.autoscaling(new AutoscalingSettings(-pods, -pods * 3 / 2, null, null));
  }

  /** Each to another service and port: a service has the ports that {@link #ports} gives. */
  private static Arbitrary<List<Call>> calls() {
    Arbitrary<List<HttpMethod>> methods =
        Arbitraries.of(HttpMethod.class).set().ofMaxSize(3).map(List::copyOf);
    Arbitrary<List<String>> paths =
        Arbitraries.of("/", "/items", "/items/*").set().ofMaxSize(2).map(List::copyOf);
    return Combinators.combine(
            Arbitraries.of(NAMES), Arbitraries.of("admin", "queue").injectNull(0.5), methods, paths)
        .as(
            (callee, port, verbs, where) ->
                "queue".equals(port)
                    ? new Call(callee, port, null, null)
                    : new Call(callee, port, verbs, where))
        .list()
        .ofMaxSize(6)
        .uniqueElements(call -> call.service() + " " + call.port());
  }

  /** Beside any main port. */
  private static Arbitrary<Map<String, PortSettings>> ports() {
    return Arbitraries.just(
        Map.of(
            "admin", new PortSettings(20001, PortProtocol.HTTP),
            "queue", new PortSettings(20002, PortProtocol.TCP)));
  }

  private static Arbitrary<List<ExternalHost>> hosts() {
    Arbitrary<ExternalHost> host =
        Combinators.combine(
                Arbitraries.of("api.example.com", "db.example.com"),
                Arbitraries.of(443, 5432),
                Arbitraries.of("192.0.2.0/24", "198.51.100.0/30", "2001:db8::/32").set())
            .as((name, port, cidrs) -> new ExternalHost(name, port, null, List.copyOf(cidrs)));
    return host.list().ofMaxSize(3);
  }

  private static Arbitrary<ContainerResources> resources() {
    Arbitrary<Integer> amount = Arbitraries.integers().between(1, 3000);
    Arbitrary<Integer> more = Arbitraries.integers().between(0, 1000);
    return Combinators.combine(amount, more, amount, more)
        .as(
            (cpu, moreCpu, memory, moreMemory) ->
                new ContainerResources(
                    amounts(cpu, memory), amounts(cpu + moreCpu, memory + moreMemory)));
  }

  private static Amounts amounts(int cpu, int memory) {
    return new Amounts(new Quantity(cpu + "m"), new Quantity(memory + "Mi"), null);
  }

  private static Arbitrary<TrafficSettings> traffic() {
    return Combinators.combine(seconds(120), seconds(10), Arbitraries.integers().between(0, 10))
        .as(
            (timeout, perTry, attempts) ->
                TrafficSettingsBuilder.builder()
                    .timeout(timeout)
                    .retries(new RetrySettings(attempts, perTry, null))
                    .build())
        .filter(traffic -> traffic.problems().isEmpty());
  }

  private static Arbitrary<TimeSpan> seconds(int most) {
    return Arbitraries.integers().between(1, most * 1000).map(millis -> TimeSpan.of(millis + "ms"));
  }

  private static Arbitrary<List<String>> paths() {
    return Arbitraries.of("/tmp", "/data", "/var/cache").set().map(List::copyOf);
  }

  private static Arbitrary<String> text() {
    return Arbitraries.strings().ascii().ofMaxLength(5);
  }
}
