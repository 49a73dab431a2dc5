package com.onlinestore.components.service;

import com.onlinestore.components.mesh.Waypoint;
import com.onlinestore.components.observability.objectives.LatencyBuckets;
import com.onlinestore.components.observability.objectives.SloSettings;
import com.onlinestore.components.settings.Problem;
import com.onlinestore.components.settings.Problems;
import com.onlinestore.components.settings.TimeSpan;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What an ambient mesh cannot keep of the promises made to services: told instead of given up in
 * silence.
 */
public final class AmbientLimits {

  private AmbientLimits() {}

  /** By service; no proxy stands between a pod and the outside that could read a name. */
  public static List<Problem> problems(Map<String, ServiceSettings> services) {
    Problems problems = new Problems();
    problems.addIf(
        services.containsKey(Waypoint.NAME),
        Waypoint.NAME,
        "is the name of the store's waypoint in an ambient mesh; choose another.");
    services.forEach((name, service) -> problems.addAll(name, problems(service)));
    return problems.list();
  }

  private static List<Problem> problems(ServiceSettings service) {
    Problems problems = new Problems();
    for (int i = 0; i < service.externalHosts().size(); i++) {
      ExternalHost host = service.externalHosts().get(i);
      problems
          .addIf(
              host.cidrs().isEmpty(),
              "externalHosts[" + i + "]",
              "\"%s\" needs cidrs in an ambient mesh (mesh.mode), which holds nobody to a name.",
              host.host())
          .addIf(
              host.protocol() == ExternalHost.Protocol.HTTP_WITH_TLS_ORIGINATION,
              "externalHosts[" + i + "].protocol",
              "http-with-tls-origination needs a sidecar to begin TLS (mesh.mode); let the"
                  + " application do it, or use mode sidecar.");
    }
    service
        .plaintext()
        .keySet()
        .forEach(
            port ->
                problems.addIf(
                    true,
                    "plaintext." + port,
                    "would let callers around the waypoint of an ambient mesh (mesh.mode), where"
                        + " callers are checked; use mode sidecar, or remove it."));
    unknownBucket(service.slo())
        .ifPresent(
            neighbours ->
                problems.addIf(
                    true,
                    "slo.latency.threshold",
                    "%s is no line that an ambient mesh's waypoint counts by (mesh.mode); take %s, or"
                        + " use mode sidecar.",
                    service.slo().latency().threshold(),
                    neighbours));
    return problems
        .addIf(
            service.limits() != null,
            "limits",
            "are kept by a pod's sidecar, which an ambient mesh (mesh.mode) has none of; limit the"
                + " gateway's routes (gateway.routes[].limits), or use mode sidecar.")
        .addIf(
            service.canary() != null,
            "canary",
            "is judged by what the sidecars of its pods count, which an ambient mesh (mesh.mode) has"
                + " none of; give versions weights, or use mode sidecar.")
        .addIf(
            service.cloudRole() != null,
            "cloudRole",
            "needs the cloud's own hosts by name, which an ambient mesh (mesh.mode) holds nobody"
                + " to; use mode sidecar, or remove it.")
        .list();
  }

  /** A pod's annotation draws lines for its own sidecar alone. */
  private static Optional<String> unknownBucket(SloSettings slo) {
    return Optional.ofNullable(slo)
        .map(SloSettings::latency)
        .flatMap(latency -> LatencyBuckets.neighbours(latency.threshold()))
        .map(
            neighbours ->
                neighbours.stream().map(TimeSpan::toString).collect(Collectors.joining(" or ")));
  }
}
