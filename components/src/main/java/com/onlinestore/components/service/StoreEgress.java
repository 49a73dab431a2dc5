package com.onlinestore.components.service;

import com.onlinestore.components.kubernetes.CustomObject;
import com.onlinestore.components.kubernetes.Labels;
import com.onlinestore.components.mesh.istio.ServiceEntry;
import com.onlinestore.components.settings.Problem;
import com.onlinestore.components.settings.Problems;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * The outside hosts of a store, each registered once however many services call it: two entries for
 * one host in a namespace would contradict each other. Which service may call it is the business of
 * its sidecar scope and its network policy.
 */
final class StoreEgress {

  private StoreEgress() {}

  static List<CustomObject> entries(Store store) {
    return ports(store).entrySet().stream()
        .map(
            entry -> {
              String host = entry.getKey();
              return ServiceEntry.external(host, List.copyOf(entry.getValue().values()))
                  .named(
                      Labels.metadata(
                          host, store.namespace(), Labels.of("egress", store.namespace())));
            })
        .toList();
  }

  /** One host and port that two services describe differently. */
  static List<Problem> problems(Map<String, ServiceSettings> services) {
    Problems problems = new Problems();
    Map<String, ExternalHost> seen = new TreeMap<>();
    Map<String, String> where = new TreeMap<>();
    services.forEach(
        (name, settings) -> {
          for (int i = 0; i < settings.externalHosts().size(); i++) {
            ExternalHost host = settings.externalHosts().get(i);
            String address = host.host() + ":" + host.port();
            String path = name + ".externalHosts[" + i + "]";
            ExternalHost first = seen.putIfAbsent(address, host);
            String firstPath = where.computeIfAbsent(address, any -> path);
            problems.addIf(
                first != null && first.protocol() != host.protocol(),
                path + ".protocol",
                "%s is %s here and %s at %s; use one of them.",
                address,
                lower(host.protocol()),
                first == null ? "" : lower(first.protocol()),
                firstPath);
          }
        });
    return problems.list();
  }

  private static Map<String, Map<Integer, ServiceEntry.Port>> ports(Store store) {
    Map<String, Map<Integer, ServiceEntry.Port>> ports = new TreeMap<>();
    for (ServiceSettings service : store.graph().services().values()) {
      for (ExternalHost host : service.externalHosts()) {
        ports.computeIfAbsent(host.host(), any -> new TreeMap<>()).put(host.port(), port(host));
      }
    }
    return ports;
  }

  private static ServiceEntry.Port port(ExternalHost host) {
    return new ServiceEntry.Port(
        host.port(), lower(host.protocol()) + "-" + host.port(), host.protocol().name());
  }

  private static String lower(ExternalHost.Protocol protocol) {
    return protocol.name().toLowerCase(Locale.ROOT);
  }
}
