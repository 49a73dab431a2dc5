package com.onlinestore.components.service;

import com.onlinestore.components.helm.Mirrors;
import com.onlinestore.components.mesh.Meshes;
import com.onlinestore.components.observability.Monitoring;
import com.onlinestore.components.observability.alerts.Alerting;
import com.onlinestore.components.settings.Image;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Stores and services to test with. */
public final class Stores {

  static final Monitoring MONITORING =
      new Monitoring(
          "monitoring",
          Map.of(),
          List.of(),
          Optional.of("http://prometheus.monitoring.svc:9090"),
          Alerting.DEFAULTS);

  private Stores() {}

  /** A service with all defaults, to be changed. */
  public static ServiceSettingsBuilder service() {
    return ServiceSettingsBuilder.builder().image(new Image("acme/shop:1"));
  }

  /** A service that calls others. */
  public static ServiceSettings calling(String... services) {
    return service().calls(Arrays.stream(services).map(Call::new).toList()).build();
  }

  /** A store in the namespace {@code store}, which nothing reaches from outside. */
  public static Store of(Map<String, ServiceSettings> services) {
    return new Store(
        "store",
        new ServiceGraph(services),
        Meshes.TRACING,
        MONITORING,
        Mirrors.NONE,
        Optional.empty());
  }

  /** A store of one service. */
  public static Store of(String name, ServiceSettings service) {
    return of(Map.of(name, service));
  }

  /** The same store in a mesh without sidecars. */
  public static Store ambient(Store store) {
    return new Store(
        store.namespace(),
        store.graph(),
        Meshes.AMBIENT,
        store.monitoring(),
        store.mirrors(),
        store.ingress());
  }

  /** The same store with a gateway that routes to some services. */
  public static Store exposing(Store store, Set<String> exposed) {
    return new Store(
        store.namespace(),
        store.graph(),
        store.mesh(),
        store.monitoring(),
        store.mirrors(),
        Optional.of(
            new Ingress(
                "store-gateway",
                "store-gateway",
                Map.of("istio", "store-gateway"),
                exposed.stream().sorted().map(Call::new).toList())));
  }
}
