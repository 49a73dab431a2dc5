package com.onlinestore.policy.rules;

import static com.onlinestore.policy.Severity.ADVISORY;
import static com.onlinestore.policy.Severity.MANDATORY;

import com.onlinestore.plan.cloud.CloudResource;
import com.onlinestore.plan.cloud.Opening;
import com.onlinestore.plan.cloud.Openings;
import com.onlinestore.policy.About;
import com.onlinestore.policy.Policy;
import com.onlinestore.policy.Rule;
import com.onlinestore.policy.Value;
import java.util.List;
import java.util.function.Predicate;

/** What can be reached from outside. */
final class ExposureRules {

  private ExposureRules() {}

  static List<Rule> all() {
    return List.of(
        new Rule(
            "exposure/plain-http",
            MANDATORY,
            "Gateways answer on plain HTTP only to send clients to HTTPS.",
            "Everybody on the way reads passwords and orders, and may change them.",
            "Give the gateway a certificate, and port 80 a redirect.",
            About.objects("Gateway", Entrances::plainHttp)),
        new Rule(
            "exposure/ingress-tls",
            MANDATORY,
            "Every Ingress has a certificate.",
            "Everybody on the way reads passwords and orders, and may change them.",
            "Set spec.tls with the hosts and their Secret.",
            About.objects(
                "Ingress",
                ingress ->
                    ingress
                        .at("spec", "tls")
                        .wrongIf(
                            ingress.at("spec", "tls").json().isEmpty(), "answers on plain HTTP"))),
        new Rule(
            "exposure/old-tls",
            MANDATORY,
            "Gateways take no TLS before 1.2.",
            "1.0 and 1.1 are broken and withdrawn (RFC 8996).",
            "Remove minProtocolVersion, or set TLSV1_2 or TLSV1_3.",
            About.objects(
                "Gateway",
                gateway ->
                    gateway.each("spec", "servers").stream()
                        .map(server -> server.at("tls", "minProtocolVersion"))
                        .filter(version -> version.text().matches("TLSV1_[01]"))
                        .map(version -> version.is("is broken and withdrawn"))
                        .toList())),
        new Rule(
            "exposure/any-host",
            ADVISORY,
            "Gateways name their hosts.",
            "With * everybody who points a name at the address gets an answer.",
            "List the hosts.",
            About.objects("Gateway", Entrances::anyHost)),
        new Rule(
            "exposure/node-port",
            ADVISORY,
            "No Service opens a port on every node.",
            "It goes past the gateway, and whoever reaches a node reaches it.",
            "Set type: ClusterIP, and a route at the gateway.",
            About.objects(
                "Service",
                service -> {
                  Value type = service.at("spec", "type");
                  return type.wrongIf(type.text().equals("NodePort"), "opens a port on every node");
                })),
        new Rule(
            "exposure/load-balancer",
            ADVISORY,
            "Load balancers of Services are internal, or say who may come.",
            "They go past the gateway, from anywhere.",
            "Set type: ClusterIP and a route, or spec.loadBalancerSourceRanges.",
            About.objects(
                "Service",
                service -> {
                  Value type = service.at("spec", "type");
                  return type.wrongIf(
                      type.text().equals("LoadBalancer")
                          && service.at("spec", "loadBalancerSourceRanges").json().isEmpty()
                          && !Openings.loadBalancer(service.at("metadata", "annotations").json())
                              .filter("internal"::equals)
                              .isPresent(),
                      "is open to every address");
                })),
        new Rule(
            "exposure/external-ips",
            MANDATORY,
            "No Service claims an address with externalIPs.",
            "It takes traffic meant for others (CVE-2020-8554).",
            "Remove externalIPs, and take a load balancer.",
            About.objects(
                "Service",
                service -> {
                  Value claimed = service.at("spec", "externalIPs");
                  return claimed.wrongIf(
                      !claimed.json().isEmpty(), "takes traffic meant for others");
                })),
        new Rule(
            "exposure/api-server",
            MANDATORY,
            "No API server is open to every address.",
            "Whoever finds a token, or the next hole in it, is admin of the cluster.",
            "Make the endpoint private, or name the ranges that may come.",
            openings(opening -> opening.how().contains("API server"))),
        new Rule(
            "exposure/firewall",
            MANDATORY,
            "No firewall is open to every address, but for 80 and 443.",
            "Databases, SSH and kubelets are found by scanners within minutes.",
            "Name the ranges or groups that may come.",
            openings(
                opening ->
                    !opening.how().contains("API server")
                        && !opening.how().matches("tcp (80|443)( and (80|443))?"))));
  }

  private static Policy openings(Predicate<Opening> wanted) {
    return (resource, context) ->
        resource.custom()
            ? Openings.of(new CloudResource(resource.type(), resource.name(), resource.inputs()))
                .stream()
                .filter(opening -> opening.where().equals(Openings.ANYWHERE))
                .filter(wanted)
                .map(opening -> "%s: %s".formatted(opening.how(), opening.where()))
                .toList()
            : List.of();
  }
}
