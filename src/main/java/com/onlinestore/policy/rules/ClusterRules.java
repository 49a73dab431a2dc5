package com.onlinestore.policy.rules;

import static com.onlinestore.policy.Severity.ADVISORY;
import static com.onlinestore.policy.Severity.MANDATORY;

import com.onlinestore.plan.PlannedResource;
import com.onlinestore.policy.About;
import com.onlinestore.policy.Rule;
import com.onlinestore.policy.Value;
import java.util.List;
import java.util.Set;

/** Clusters and keys: who is who in them, whose they are, and whether they may go. */
final class ClusterRules {

  private static final String EKS = "aws:eks/cluster:Cluster";
  private static final String GKE = "gcp:container/cluster:Cluster";
  private static final Set<String> CLUSTERS = Set.of(EKS, GKE);

  private ClusterRules() {}

  static List<Rule> all() {
    return List.of(
        new Rule(
            "clusters/access",
            MANDATORY,
            "People come to a cluster by access entries or IAM.",
            "aws-auth, basic rules and client certificates are in no policy of the cloud.",
            "Set accessConfig.authenticationMode: API (EKS); remove enableLegacyAbac and client"
                + " certificates (GKE).",
            About.any(
                About.resources(
                    EKS,
                    cluster -> {
                      Value mode = cluster.at("accessConfig", "authenticationMode");
                      return mode.wrongIf(
                          !mode.exists() || mode.text().equals("CONFIG_MAP"),
                          "keeps its admins in a ConfigMap");
                    }),
                About.resources(
                    GKE,
                    cluster -> {
                      Value rules = cluster.at("enableLegacyAbac");
                      return rules.wrongIf(rules.isTrue(), "goes past RBAC");
                    }),
                About.resources(
                    GKE,
                    cluster -> {
                      Value certificate =
                          cluster.at(
                              "masterAuth", "clientCertificateConfig", "issueClientCertificate");
                      return certificate.wrongIf(
                          certificate.isTrue(), "cannot be taken back once it is out");
                    }))),
        new Rule(
            "clusters/creator",
            ADVISORY,
            "Whoever creates a cluster is not its admin for ever.",
            "The right is in no list of the cluster.",
            "Set accessConfig.bootstrapClusterCreatorAdminPermissions: false, and an access entry.",
            About.resources(
                EKS,
                cluster -> {
                  Value creator =
                      cluster.at("accessConfig", "bootstrapClusterCreatorAdminPermissions");
                  return creator.wrongIf(
                      !creator.isFalse(), "makes whoever creates it an admin that nobody lists");
                })),
        new Rule(
            "clusters/workload-identity",
            MANDATORY,
            "Pods on GKE take roles by their service account.",
            "Without it they need keys, or share the node's account.",
            "Set workloadIdentityConfig.workloadPool: <project>.svc.id.goog.",
            About.resources(
                GKE,
                cluster -> {
                  Value pool = cluster.at("workloadIdentityConfig", "workloadPool");
                  return pool.wrongIf(
                      !pool.exists() && !cluster.at("enableAutopilot").isTrue(),
                      "leaves pods the node's account");
                })),
        new Rule(
            "clusters/releases",
            ADVISORY,
            "Clusters of GKE follow a release channel.",
            "One that does not is upgraded by nobody until its version ends.",
            "Set releaseChannel.channel: REGULAR.",
            About.resources(
                GKE,
                cluster -> {
                  Value channel = cluster.at("releaseChannel", "channel");
                  return channel.wrongIf(
                      !channel.exists() || channel.text().equals("UNSPECIFIED"),
                      "is upgraded by nobody");
                })),
        new Rule(
            "clusters/network-policies",
            MANDATORY,
            "Clusters of GKE enforce NetworkPolicies.",
            "The API server takes them all the same, and they do nothing.",
            "Set datapathProvider: ADVANCED_DATAPATH.",
            About.resources(
                GKE,
                cluster -> {
                  Value datapath = cluster.at("datapathProvider");
                  return datapath.wrongIf(
                      !datapath.text().equals("ADVANCED_DATAPATH")
                          && !cluster.at("networkPolicy", "enabled").isTrue()
                          && !cluster.at("enableAutopilot").isTrue(),
                      "takes NetworkPolicies and enforces none");
                })),
        new Rule(
            "clusters/deletion",
            ADVISORY,
            "Clusters are protected from deletion.",
            "One mistake in a stack file is otherwise the end of everything in it.",
            "Set protect or deletionProtection: true.",
            (resource, context) ->
                CLUSTERS.contains(resource.type()) ? deletion(resource) : List.of()),
        new Rule(
            "keys/deletion",
            ADVISORY,
            "Keys that are deleted wait for two weeks at least.",
            "With a key goes everything that was encrypted with it, backups too.",
            "Set deletionWindowInDays to 14 or more.",
            About.resources(
                "aws:kms/key:Key",
                key -> {
                  Value days = key.at("deletionWindowInDays");
                  return days.wrongIf(
                      days.json().asInt(30) < 14, "leaves little time to notice a mistake");
                })));
  }

  private static List<String> deletion(PlannedResource cluster) {
    Value kept = Value.of(cluster).at("deletionProtection");
    // Left out, Google's provider takes it for true; EKS has none in this release.
    boolean isGoogle = cluster.type().equals(GKE);
    return kept.wrongIf(
        !cluster.protect() && !kept.isTrue() && !(isGoogle && !kept.exists()),
        "is deleted with one mistake, and not protected");
  }
}
