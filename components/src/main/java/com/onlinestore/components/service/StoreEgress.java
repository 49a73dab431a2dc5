package com.onlinestore.components.service;

import com.onlinestore.components.kubernetes.CustomObject;
import com.onlinestore.components.kubernetes.Labels;
import com.onlinestore.components.mesh.istio.DestinationRule;
import com.onlinestore.components.mesh.istio.DestinationRuleTrafficPolicyBuilder;
import com.onlinestore.components.mesh.istio.ServiceEntry;
import com.onlinestore.components.settings.Problem;
import com.onlinestore.components.settings.Problems;
import io.fabric8.kubernetes.api.model.ObjectMeta;
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
    return hosts(store).entrySet().stream()
        .map(
            entry ->
                ServiceEntry.external(
                        entry.getKey(),
                        entry.getValue().values().stream().map(StoreEgress::port).toList())
                    .named(metadata(entry.getKey(), store)))
        .toList();
  }

  /** For hosts whose TLS the callers' proxies begin. They check the certificate by its name. */
  static List<CustomObject> tlsOrigination(Store store) {
    return hosts(store).entrySet().stream()
        .filter(entry -> entry.getValue().values().stream().anyMatch(StoreEgress::originatesTls))
        .map(
            entry ->
                new DestinationRule(
                        entry.getKey(),
                        List.of("."),
                        DestinationRuleTrafficPolicyBuilder.builder()
                            .portLevelSettings(
                                entry.getValue().values().stream()
                                    .filter(StoreEgress::originatesTls)
                                    .map(StoreEgress::simpleTls)
                                    .toList())
                            .build(),
                        List.of())
                    .named(metadata(entry.getKey(), store)))
        .toList();
  }

  private static boolean originatesTls(ExternalHost host) {
    return host.protocol() == ExternalHost.Protocol.HTTP_WITH_TLS_ORIGINATION;
  }

  private static DestinationRule.PortPolicy simpleTls(ExternalHost host) {
    return new DestinationRule.PortPolicy(
        new DestinationRule.Port(host.calledPort()), DestinationRule.Tls.simple(host.host()));
  }

  private static ObjectMeta metadata(String host, Store store) {
    return Labels.metadata(host, store.namespace(), Labels.of("egress", store.namespace()));
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
            String address = host.host() + ":" + host.calledPort();
            String path = name + ".externalHosts[" + i + "]";
            ExternalHost first = seen.putIfAbsent(address, host);
            String firstPath = where.computeIfAbsent(address, any -> path);
            if (first != null) {
              problems
                  .addIf(
                      first.protocol() != host.protocol(),
                      path + ".protocol",
                      "%s is %s here and %s at %s; use one of them.",
                      address,
                      lower(host.protocol()),
                      lower(first.protocol()),
                      firstPath)
                  .addIf(
                      first.protocol() == host.protocol() && !first.port().equals(host.port()),
                      path + ".port",
                      "%d is called as %s, as is %d at %s; use one of them.",
                      host.port(),
                      address,
                      first.port(),
                      firstPath);
            }
          }
        });
    return problems.list();
  }

  /** By name and by the port that is called. */
  private static Map<String, Map<Integer, ExternalHost>> hosts(Store store) {
    Map<String, Map<Integer, ExternalHost>> hosts = new TreeMap<>();
    for (ServiceSettings service : store.graph().services().values()) {
      for (ExternalHost host : service.externalHosts()) {
        hosts.computeIfAbsent(host.host(), any -> new TreeMap<>()).put(host.calledPort(), host);
      }
    }
    return hosts;
  }

  private static ServiceEntry.Port port(ExternalHost host) {
    String protocol = originatesTls(host) ? "HTTP" : host.protocol().name();
    return new ServiceEntry.Port(
        host.calledPort(),
        protocol.toLowerCase(Locale.ROOT) + "-" + host.calledPort(),
        protocol,
        originatesTls(host) ? host.port() : null);
  }

  private static String lower(ExternalHost.Protocol protocol) {
    return protocol.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
