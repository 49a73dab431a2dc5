package com.onlinestore.components.service;

import com.onlinestore.components.cluster.WorkloadIdentity;
import com.onlinestore.components.cluster.WorkloadIdentity.Endpoint;
import com.onlinestore.components.kubernetes.Peers;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyEgressRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a service with a role in the cloud needs besides its role: the way to whoever hands out its
 * credentials. The cloud's own interfaces, such as a bucket's host, are external hosts like others.
 *
 * <pre>{@code
 * Map<String, ServiceSettings> services =
 *     CloudAccess.withHosts(
 *         store.graph().services(), cluster.facts().identity());
 * }</pre>
 */
public final class CloudAccess {

  /** Istio leaves connections to these ranges alone. */
  private static final String PAST_THE_SIDECAR = "traffic.sidecar.istio.io/excludeOutboundIPRanges";

  private CloudAccess() {}

  /** The services with, for each that has a role, the hosts that hand out credentials. */
  public static Map<String, ServiceSettings> withHosts(
      Map<String, ServiceSettings> services, WorkloadIdentity identity) {
    Map<String, ServiceSettings> all = new TreeMap<>(services);
    all.replaceAll((name, settings) -> withHosts(settings, identity));
    return all;
  }

  private static ServiceSettings withHosts(ServiceSettings settings, WorkloadIdentity identity) {
    if (settings.cloudRole() == null) {
      return settings;
    }
    List<ExternalHost> hosts = new ArrayList<>(settings.externalHosts());
    identity.hosts().stream()
        .filter(host -> hosts.stream().noneMatch(declared -> declared.host().equals(host)))
        .forEach(host -> hosts.add(new ExternalHost(host, null, null, null)));
    return ServiceSettingsBuilder.builder(settings).externalHosts(hosts).build();
  }

  /** The service account's annotation. */
  static Map<String, String> ofAccount(ServiceSettings settings, WorkloadIdentity identity) {
    return Map.of(identity.annotation(), settings.cloudRole());
  }

  /** What a pod must say so that the sidecar does not answer for the cloud. */
  static Map<String, String> ofPod(WorkloadIdentity identity) {
    return identity.endpoints().isEmpty()
        ? Map.of()
        : Map.of(
            PAST_THE_SIDECAR,
            identity.endpoints().stream().map(Endpoint::cidr).collect(Collectors.joining(",")));
  }

  /** The way to the endpoints inside the cloud's network. */
  static List<NetworkPolicyEgressRule> egress(WorkloadIdentity identity) {
    return identity.endpoints().stream()
        .map(
            endpoint ->
                Peers.to(
                    List.of(Peers.addresses(endpoint.cidr(), List.of())),
                    List.of(Peers.tcp(endpoint.port()))))
        .toList();
  }
}
