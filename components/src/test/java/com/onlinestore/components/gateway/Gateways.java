package com.onlinestore.components.gateway;

import com.onlinestore.components.Yaml;
import com.onlinestore.components.service.Store;
import com.onlinestore.components.service.Stores;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Gateways to test with. */
final class Gateways {

  private Gateways() {}

  /** Routes on plain HTTP at store.example.com. */
  static GatewaySettings plain(RouteSettings... routes) {
    return at(List.of("store.example.com"), routes);
  }

  /** Routes on plain HTTP at some hosts. */
  static GatewaySettings at(List<String> hosts, RouteSettings... routes) {
    return new GatewaySettings(hosts, null, true, false, List.of(routes));
  }

  /** Routes behind a certificate at store.example.com. */
  static GatewaySettings encrypted(RouteSettings... routes) {
    return new GatewaySettings(
        List.of("store.example.com"), "store-tls", false, false, List.of(routes));
  }

  /** Routes on plain HTTP behind limits as a stack file has them. */
  static GatewaySettings limited(String limits, RouteSettings... routes) {
    return GatewaySettingsBuilder.builder(plain(routes))
        .limits(Yaml.read(GatewayLimitSettings.class, limits))
        .build();
  }

  /** A path on all hosts that stays as it is. */
  static RouteSettings route(String path, String service) {
    return route(path, service, null, null);
  }

  /** A path on one host or, for null, on all. */
  static RouteSettings route(String path, String service, String rewrite, String host) {
    return new RouteSettings(path, service, null, rewrite, host);
  }

  /** Products on 9898, orders and users on 8080, and the gateway as they see it. */
  static Store store(GatewaySettings settings) {
    Store store =
        Stores.of(
            Map.of(
                "orders", Stores.service().build(),
                "products", Stores.service().port(9898).build(),
                "users", Stores.service().build()));
    return new Store(
        store.namespace(),
        store.graph(),
        store.mesh(),
        store.monitoring(),
        store.mirrors(),
        Optional.of(StoreGateway.ingress(store.namespace(), settings)));
  }
}
