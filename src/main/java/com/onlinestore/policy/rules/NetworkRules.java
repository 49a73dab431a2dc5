package com.onlinestore.policy.rules;

import static com.onlinestore.policy.Severity.ADVISORY;
import static com.onlinestore.policy.Severity.MANDATORY;

import com.onlinestore.policy.About;
import com.onlinestore.policy.PodTemplate;
import com.onlinestore.policy.PolicyContext;
import com.onlinestore.policy.Rule;
import com.onlinestore.policy.Value;
import java.util.List;
import java.util.stream.Stream;

/** Who may connect to whom, by address: NetworkPolicies. */
final class NetworkRules {

  private static final String KIND = "NetworkPolicy";
  private static final String EVERYWHERE = "0.0.0.0/0";

  private NetworkRules() {}

  static List<Rule> all() {
    return List.of(
        new Rule(
            "network/ingress",
            MANDATORY,
            "A NetworkPolicy says who may connect to a pod.",
            "Without one every pod of the cluster may.",
            "Add a NetworkPolicy with podSelector: {} and policyTypes: [Ingress, Egress], and one"
                + " for what is allowed.",
            About.pods((pod, context) -> unguarded(pod, "Ingress", context))),
        new Rule(
            "network/egress",
            ADVISORY,
            "A NetworkPolicy says whom a pod may connect to.",
            "Without one whoever gets in sends what it finds to any address.",
            "Add Egress to policyTypes, and a rule for DNS and every address that is needed.",
            About.pods((pod, context) -> unguarded(pod, "Egress", context))),
        new Rule(
            "network/any-source",
            MANDATORY,
            "No NetworkPolicy lets everybody in on every port.",
            "An empty rule undoes every other policy of the pods.",
            "Name the callers under from, and the ports.",
            About.objects(
                KIND,
                policy ->
                    policy.each("spec", "ingress").stream()
                        .filter(rule -> rule.json().isEmpty())
                        .map(rule -> rule.is("lets everybody in on every port"))
                        .toList())),
        new Rule(
            "network/any-destination",
            ADVISORY,
            "No NetworkPolicy lets pods out to every address on every port.",
            "An empty rule undoes every other policy of the pods.",
            "Name the addresses under to, and the ports.",
            About.objects(
                KIND,
                policy ->
                    policy.each("spec", "egress").stream()
                        .filter(rule -> rule.json().isEmpty())
                        .map(rule -> rule.is("lets the pods out to every address"))
                        .toList())),
        new Rule(
            "network/every-namespace",
            ADVISORY,
            "No NetworkPolicy means the pods of every namespace.",
            "Whoever may make a namespace may then connect.",
            "Name the namespace by its label kubernetes.io/metadata.name.",
            About.objects(
                KIND,
                policy ->
                    policy.each("spec", "ingress").stream()
                        .flatMap(rule -> rule.each("from").stream())
                        .filter(peer -> !peer.at("podSelector").exists())
                        .map(peer -> peer.at("namespaceSelector"))
                        .filter(all -> all.exists() && all.json().isEmpty())
                        .map(all -> all.is("means every namespace"))
                        .toList())),
        new Rule(
            "network/metadata-service",
            ADVISORY,
            "What lets pods out to everywhere leaves out the node's metadata service.",
            "At 169.254.169.254 a cloud hands out the node's own credentials.",
            "Add except: [169.254.0.0/16] to the ipBlock.",
            About.objects(
                KIND,
                policy ->
                    policy.each("spec", "egress").stream()
                        .flatMap(rule -> rule.each("to").stream())
                        .map(peer -> peer.at("ipBlock"))
                        .filter(NetworkRules::holdsMetadata)
                        .map(block -> block.is("holds the node's metadata service"))
                        .toList())));
  }

  private static List<String> unguarded(PodTemplate pod, String direction, PolicyContext context) {
    boolean guarded =
        context.selecting(KIND, pod.owner().namespace(), pod.labels()).stream()
            .map(policy -> Value.of(policy).at("spec"))
            .filter(spec -> directions(spec).anyMatch(direction::equals))
            .anyMatch(spec -> Selection.matches(spec.at("podSelector"), pod.labels()));
    return pod.metadata()
        .at("labels")
        .wrongIf(
            !guarded && !pod.spec().at("hostNetwork").isTrue(),
            "is selected by no NetworkPolicy for %s",
            direction);
  }

  // Kubernetes' own default: Ingress, and Egress where there are rules for it.
  private static Stream<String> directions(Value spec) {
    Value types = spec.at("policyTypes");
    return types.exists()
        ? types.texts().stream()
        : Stream.of("Ingress", spec.at("egress").exists() ? "Egress" : "Ingress");
  }

  private static boolean holdsMetadata(Value block) {
    return block.at("cidr").text().equals(EVERYWHERE)
        && block.at("except").texts().stream().noneMatch(except -> except.startsWith("169.254."));
  }
}
