package com.onlinestore.policy.rules;

import com.onlinestore.plan.GatewayExposure;
import com.onlinestore.plan.Manifest;
import com.onlinestore.policy.PolicyContext;
import com.onlinestore.policy.Value;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Gateways of Istio and of the Gateway API. */
final class Entrances {

  private static final Set<String> PLAIN = Set.of("HTTP", "HTTP2", "GRPC");

  /** Names that lead nowhere but to the machine itself (RFC 6761), so that nobody is on the way. */
  private static final String OWN_MACHINE = "(.*\\.)?localhost";

  private Entrances() {}

  static List<String> plainHttp(Manifest manifest, PolicyContext context) {
    Value gateway = Value.of(manifest);
    GatewayExposure exposure = new GatewayExposure(manifest, Manifest.of(context.plan()));
    Stream<String> servers =
        gateway.each("spec", "servers").stream()
            .filter(server -> PLAIN.contains(server.at("port", "protocol").text()))
            .filter(server -> !server.at("tls", "httpsRedirect").isTrue())
            .filter(server -> !server.at("hosts").texts().stream().allMatch(Entrances::isLocal))
            .map(server -> server.at("port", "protocol").is("answers in the open"));
    Stream<String> listeners =
        gateway.each("spec", "listeners").stream()
            .filter(listener -> PLAIN.contains(listener.at("protocol").text()))
            .filter(listener -> !exposure.redirects(listener.json()))
            .filter(
                listener ->
                    !Stream.of(exposure.hosts(listener.json()).split(", "))
                        .allMatch(Entrances::isLocal))
            .map(listener -> listener.at("protocol").is("answers in the open"));
    return isWaypoint(gateway) ? List.of() : Stream.concat(servers, listeners).toList();
  }

  static List<String> anyHost(Value gateway) {
    return gateway.each("spec", "servers").stream()
        .flatMap(server -> server.each("hosts").stream())
        .filter(host -> host.text().matches("(.*/)?\\*"))
        .map(host -> host.is("answers to every name"))
        .toList();
  }

  // A waypoint is for pods of the mesh alone, which speak mutual TLS around it.
  private static boolean isWaypoint(Value gateway) {
    return gateway.at("spec", "gatewayClassName").text().equals("istio-waypoint");
  }

  private static boolean isLocal(String host) {
    return host.substring(host.lastIndexOf('/') + 1).matches(OWN_MACHINE);
  }
}
