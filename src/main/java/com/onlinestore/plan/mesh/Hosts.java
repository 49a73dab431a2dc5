package com.onlinestore.plan.mesh;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The hosts that a mesh can send requests to: Services, ServiceEntries, gateways. */
final class Hosts {

  private static final String SERVICES = ".svc.cluster.local";

  private final Map<String, List<HostPort>> ports = new TreeMap<>();
  private final Collection<String> unknownNamespaces;

  /**
   * Finds the hosts.
   *
   * @param unknownNamespaces where Helm releases make Services that are not known here
   */
  Hosts(
      List<MeshObject> objects, List<MeshRelease> releases, Collection<String> unknownNamespaces) {
    this.unknownNamespaces = unknownNamespaces;
    objects.forEach(this::add);
    releases.stream().filter(MeshRelease::isGateway).forEach(this::add);
  }

  /** The whole name: a name without dots is a Service of the namespace it is written in. */
  static String full(String host, String namespace) {
    return host.contains(".") || host.equals("*") ? host : host + "." + namespace + SERVICES;
  }

  static String ofService(MeshObject service) {
    return service.name() + "." + service.namespace() + SERVICES;
  }

  /** Whether it is declared, or may be: nobody here knows what a release makes. */
  boolean mayExist(String fullHost) {
    return find(fullHost).isPresent()
        || unknownNamespaces.stream().anyMatch(each -> fullHost.endsWith("." + each + SERVICES));
  }

  /** The ports of a host; empty for one that is not declared. */
  Optional<List<HostPort>> find(String fullHost) {
    return Optional.ofNullable(ports.get(fullHost))
        .or(
            () ->
                ports.entrySet().stream()
                    .filter(known -> covers(known.getKey(), fullHost))
                    .map(Map.Entry::getValue)
                    .findFirst());
  }

  /** All of them, sorted. */
  Collection<String> names() {
    return ports.keySet();
  }

  /** Whether a host, perhaps with a wildcard, is the other one or holds it. */
  static boolean covers(String host, String other) {
    return host.equals("*")
        || host.equals(other)
        || host.startsWith("*.") && other.endsWith(host.substring(1));
  }

  private void add(MeshObject object) {
    if (object.isService()) {
      ports.put(
          ofService(object),
          Json.each(object.spec().path("ports")).map(HostPort::ofService).toList());
    } else if (object.isIstio("ServiceEntry")) {
      List<HostPort> declared =
          Json.each(object.spec().path("ports")).map(HostPort::ofEntry).toList();
      Json.texts(object.spec().path("hosts")).forEach(host -> ports.put(host, declared));
    } else if (object.isGatewayOfTheApi()) {
      ports.put(
          full(Pods.nameOfApiGateway(object), object.namespace()),
          Json.each(object.spec().path("listeners")).map(HostPort::ofService).toList());
    }
  }

  private void add(MeshRelease gateway) {
    ports.put(
        full(gateway.fullName(), gateway.namespace()),
        Json.each(gateway.values().at("/service/ports")).map(HostPort::ofService).toList());
  }
}
