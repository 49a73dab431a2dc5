package com.onlinestore.policy.rules;

import static com.onlinestore.policy.Severity.ADVISORY;
import static com.onlinestore.policy.Severity.MANDATORY;

import com.onlinestore.policy.About;
import com.onlinestore.policy.Policy;
import com.onlinestore.policy.Rule;
import com.onlinestore.policy.Value;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** Machines: who they are, and who reaches them. */
final class NodeRules {

  private static final String TEMPLATE = "aws:ec2/launchTemplate:LaunchTemplate";
  private static final String POOL = "gcp:container/nodePool:NodePool";

  private NodeRules() {}

  static List<Rule> all() {
    return List.of(
        new Rule(
            "nodes/metadata-tokens",
            MANDATORY,
            "Machines of AWS answer for their credentials only with a token.",
            "Without it one forged request from a service hands out the node's role.",
            "Set metadataOptions.httpTokens: required.",
            machines(
                machine -> {
                  Value tokens = machine.at("metadataOptions", "httpTokens");
                  return tokens.wrongIf(
                      !tokens.text().equals("required")
                          && !machine
                              .at("metadataOptions", "httpEndpoint")
                              .text()
                              .equals("disabled"),
                      "hands out the machine's role to one forged request");
                })),
        new Rule(
            "nodes/metadata-hops",
            ADVISORY,
            "Pods do not reach the credentials of their node.",
            "With two hops the answer passes the pod's network, and every pod has the node's role.",
            "Set metadataOptions.httpPutResponseHopLimit: 1.",
            machines(
                machine -> {
                  Value hops = machine.at("metadataOptions", "httpPutResponseHopLimit");
                  return hops.wrongIf(
                      hops.json().asInt(1) > 1, "lets pods take the node's credentials");
                })),
        new Rule(
            "nodes/google-metadata",
            MANDATORY,
            "Pods on GKE do not reach the credentials of their node.",
            "Every pod could otherwise act as the node's service account.",
            "Set nodeConfig.workloadMetadataConfig.mode: GKE_METADATA.",
            About.resources(
                POOL,
                pool -> {
                  Value mode = pool.at("nodeConfig", "workloadMetadataConfig", "mode");
                  return mode.wrongIf(
                      !mode.text().equals("GKE_METADATA"), "lets pods take the node's credentials");
                })),
        new Rule(
            "nodes/google-identity",
            MANDATORY,
            "Nodes of GKE have a service account of their own.",
            "The default account may edit the project in most organizations.",
            "Set nodeConfig.serviceAccount to one with roles/container.defaultNodeServiceAccount.",
            About.resources(
                POOL,
                pool -> {
                  Value account = pool.at("nodeConfig", "serviceAccount");
                  return account.wrongIf(
                      account.text().isEmpty()
                          || account.text().equals("default")
                          || account.text().endsWith("-compute@developer.gserviceaccount.com"),
                      "is the project's default account");
                })),
        new Rule(
            "nodes/secure-boot",
            ADVISORY,
            "Nodes of GKE boot only signed software.",
            "A rootkit on a node is otherwise invisible to everything above it.",
            "Set nodeConfig.shieldedInstanceConfig.enableSecureBoot: true.",
            About.resources(
                POOL,
                pool -> {
                  Value boot = pool.at("nodeConfig", "shieldedInstanceConfig", "enableSecureBoot");
                  return boot.wrongIf(!boot.isTrue(), "boots whatever is on the disk");
                })),
        new Rule(
            "nodes/upkeep",
            MANDATORY,
            "Nodes of GKE are repaired and upgraded by it.",
            "Nodes that nobody upgrades keep every hole of their version.",
            "Set management.autoRepair and management.autoUpgrade: true.",
            About.resources(
                POOL,
                pool ->
                    Stream.of("autoRepair", "autoUpgrade")
                        .map(each -> pool.at("management", each))
                        .filter(Value::isFalse)
                        .map(each -> each.is("leaves it to somebody who forgets"))
                        .toList())),
        new Rule(
            "nodes/public-addresses",
            MANDATORY,
            "Machines have no public address.",
            "Every port that somebody opens is open to everybody.",
            "Put them into private subnets behind NAT.",
            About.any(
                addresses("aws:ec2/subnet:Subnet", "mapPublicIpOnLaunch"),
                addresses("aws:ec2/instance:Instance", "associatePublicIpAddress"),
                About.resources(
                    "gcp:container/cluster:Cluster",
                    cluster -> {
                      Value inside = cluster.at("privateClusterConfig", "enablePrivateNodes");
                      return inside.wrongIf(!inside.isTrue(), "gives every node a public address");
                    }))));
  }

  private static Policy machines(Function<Value, List<String>> check) {
    return About.any(
        About.resources(TEMPLATE, check), About.resources("aws:ec2/instance:Instance", check));
  }

  private static Policy addresses(String type, String field) {
    return About.resources(
        type,
        inputs -> {
          Value address = inputs.at(field);
          return address.wrongIf(address.isTrue(), "gives every machine a public address");
        });
  }
}
