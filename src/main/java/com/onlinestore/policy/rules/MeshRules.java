package com.onlinestore.policy.rules;

import static com.onlinestore.policy.Severity.ADVISORY;
import static com.onlinestore.policy.Severity.MANDATORY;

import com.onlinestore.policy.About;
import com.onlinestore.policy.Rule;
import com.onlinestore.policy.Value;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Who may call whom, by identity: Istio. */
final class MeshRules {

  private static final Set<String> WEAK = Set.of("PERMISSIVE", "DISABLE");
  private static final String INJECT = "sidecar.istio.io/inject";

  private static final List<String> AROUND =
      List.of(
          "traffic.sidecar.istio.io/excludeInboundPorts",
          "traffic.sidecar.istio.io/excludeOutboundPorts",
          "traffic.sidecar.istio.io/excludeOutboundIPRanges");

  private MeshRules() {}

  static List<Rule> all() {
    return List.of(
        new Rule(
            "mesh/strict-mtls",
            MANDATORY,
            "Namespaces of the mesh take only mutual TLS.",
            "Otherwise anybody without a certificate may call, and no policy knows who it was.",
            "Add a PeerAuthentication without selector and with mtls.mode: STRICT.",
            About.objects("Namespace", MeshMembers::withoutStrictTls)),
        new Rule(
            "mesh/plaintext",
            MANDATORY,
            "No PeerAuthentication lifts mutual TLS from all ports.",
            "Anybody without a certificate may then call, and no policy knows who it was.",
            "Set mtls.mode: STRICT, and lift it from single ports under portLevelMtls.",
            About.objects(
                "PeerAuthentication",
                policy -> {
                  Value mode = policy.at("spec", "mtls", "mode");
                  return mode.wrongIf(WEAK.contains(mode.text()), "takes calls without a name");
                })),
        new Rule(
            "mesh/plaintext-port",
            ADVISORY,
            "No PeerAuthentication lifts mutual TLS from a port.",
            "Who calls there nobody knows; the network alone can hold it to some.",
            "Bring the callers into the mesh, and remove the port from portLevelMtls.",
            About.objects(
                "PeerAuthentication",
                policy ->
                    policy.at("spec", "portLevelMtls").json().properties().stream()
                        .map(Map.Entry::getKey)
                        .map(port -> policy.at("spec", "portLevelMtls", port, "mode"))
                        .filter(mode -> WEAK.contains(mode.text()))
                        .map(mode -> mode.is("takes calls without a name"))
                        .toList())),
        new Rule(
            "mesh/authorization",
            MANDATORY,
            "An AuthorizationPolicy says who may call what is behind a Service.",
            "Without one everybody in the mesh may, and everybody in the cluster who gets there.",
            "Add an AuthorizationPolicy with an empty spec for the namespace, and one for every"
                + " caller.",
            About.pods(MeshMembers::withoutAuthorization)),
        new Rule(
            "mesh/anyone",
            ADVISORY,
            "Rules for services name who may call.",
            "A rule without from lets in everybody who gets there.",
            "Name the callers' service accounts under from.source.principals.",
            About.objects("AuthorizationPolicy", MeshMembers::forAnyone)),
        new Rule(
            "mesh/outside",
            ADVISORY,
            "Pods of a meshed namespace are in the mesh.",
            "One that is not neither proves who it is nor asks who calls.",
            "Remove the label or annotation " + INJECT + ".",
            About.pods(
                pod ->
                    Stream.of(
                            pod.metadata().at("labels", INJECT),
                            pod.metadata().at("annotations", INJECT))
                        .filter(Value::isFalse)
                        .map(inject -> inject.is("keeps the pod out of the mesh"))
                        .toList())),
        new Rule(
            "mesh/around-the-proxy",
            ADVISORY,
            "No traffic goes around the proxy.",
            "There is no mutual TLS, no policy and no metric on it.",
            "Remove the annotation, and declare port or host to the mesh.",
            About.pods(
                pod ->
                    AROUND.stream()
                        .map(name -> pod.metadata().at("annotations", name))
                        .filter(each -> !each.text().isEmpty())
                        .map(each -> each.is("goes around the proxy"))
                        .toList())),
        new Rule(
            "mesh/client-tls",
            MANDATORY,
            "No DestinationRule turns TLS off, or its verification.",
            "A connection that nobody verifies can be answered by anybody on the way.",
            "Remove tls, or set ISTIO_MUTUAL inside and SIMPLE with a CA outside the mesh.",
            About.objects("DestinationRule", MeshRules::clientTls)),
        new Rule(
            "mesh/any-host",
            ADVISORY,
            "Proxies call only hosts that somebody declared.",
            "Whoever gets in sends what it finds to any host, and no log says to which.",
            "Set outboundTrafficPolicy.mode: REGISTRY_ONLY, and a ServiceEntry for each host.",
            About.any(
                About.objects(
                    "Sidecar", sidecar -> anyHost(sidecar.at("spec", "outboundTrafficPolicy"))),
                About.releases(
                    (release, inputs) ->
                        anyHost(inputs.at("values", "meshConfig", "outboundTrafficPolicy"))))));
  }

  private static List<String> clientTls(Value rule) {
    List<Value> policies =
        Stream.concat(
                Stream.of(rule.at("spec", "trafficPolicy")),
                rule.each("spec", "subsets").stream().map(each -> each.at("trafficPolicy")))
            .flatMap(
                policy ->
                    Stream.concat(Stream.of(policy), policy.each("portLevelSettings").stream()))
            .map(policy -> policy.at("tls"))
            .toList();
    return policies.stream()
        .flatMap(
            tls ->
                Stream.concat(
                    tls
                        .at("mode")
                        .wrongIf(tls.at("mode").text().equals("DISABLE"), "sends plain text")
                        .stream(),
                    tls
                        .at("insecureSkipVerify")
                        .wrongIf(tls.at("insecureSkipVerify").isTrue(), "takes every certificate")
                        .stream()))
        .toList();
  }

  private static List<String> anyHost(Value policy) {
    Value mode = policy.at("mode");
    return mode.wrongIf(mode.text().equals("ALLOW_ANY"), "lets calls out to every host");
  }
}
