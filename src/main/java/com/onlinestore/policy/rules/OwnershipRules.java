package com.onlinestore.policy.rules;

import static com.onlinestore.policy.Severity.ADVISORY;

import com.onlinestore.plan.PlannedResource;
import com.onlinestore.policy.About;
import com.onlinestore.policy.PolicyContext;
import com.onlinestore.policy.Rule;
import com.onlinestore.policy.Value;
import java.util.List;
import java.util.Map;

/** Whose something is: tags and labels. */
final class OwnershipRules {

  /** Where the resources that cost money or hold data have their tags. */
  private static final Map<String, List<String>> TAGS =
      Map.ofEntries(
          Map.entry("aws:ec2/vpc:Vpc", List.of("tags")),
          Map.entry("aws:ec2/natGateway:NatGateway", List.of("tags")),
          Map.entry("aws:ec2/eip:Eip", List.of("tags")),
          Map.entry("aws:ec2/instance:Instance", List.of("tags")),
          Map.entry("aws:ec2/launchTemplate:LaunchTemplate", List.of("tags")),
          Map.entry("aws:ebs/volume:Volume", List.of("tags")),
          Map.entry("aws:eks/cluster:Cluster", List.of("tags")),
          Map.entry("aws:eks/nodeGroup:NodeGroup", List.of("tags")),
          Map.entry("aws:iam/role:Role", List.of("tags")),
          Map.entry("aws:kms/key:Key", List.of("tags")),
          Map.entry("aws:rds/cluster:Cluster", List.of("tags")),
          Map.entry("aws:rds/instance:Instance", List.of("tags")),
          Map.entry("aws:s3/bucket:Bucket", List.of("tags")),
          Map.entry("aws:s3/bucketV2:BucketV2", List.of("tags")),
          Map.entry("gcp:compute/instance:Instance", List.of("labels")),
          Map.entry("gcp:container/cluster:Cluster", List.of("resourceLabels")),
          Map.entry("gcp:container/nodePool:NodePool", List.of("nodeConfig", "resourceLabels")),
          Map.entry("gcp:kms/cryptoKey:CryptoKey", List.of("labels")),
          Map.entry("gcp:storage/bucket:Bucket", List.of("labels")));

  private OwnershipRules() {}

  static List<Rule> all() {
    return List.of(
        new Rule(
            "tags/cloud",
            ADVISORY,
            "What costs money or holds data says whose it is.",
            "Nobody dares to delete what is nobody's, and nobody knows whom to ask.",
            "Set tags or labels with owner and cost centre, or defaultTags on the provider.",
            OwnershipRules::untagged),
        new Rule(
            "tags/objects",
            ADVISORY,
            "Workloads carry Kubernetes' recommended labels.",
            "Dashboards, policies and people find them by app.kubernetes.io/name.",
            "Set the label app.kubernetes.io/name on the object and its pods.",
            About.pods(
                pod -> {
                  Value name = pod.metadata().at("labels", "app.kubernetes.io/name");
                  return name.wrongIf(
                      !name.exists() && !pod.ends(), "leaves the pods without a name");
                })));
  }

  private static List<String> untagged(PlannedResource resource, PolicyContext context) {
    if (!TAGS.containsKey(resource.type()) || hasDefaultTags(resource, context)) {
      return List.of();
    }
    Value tags = Value.of(resource).at(TAGS.get(resource.type()).toArray(String[]::new));
    return tags.wrongIf(tags.json().isEmpty(), "does not say whose it is");
  }

  private static boolean hasDefaultTags(PlannedResource resource, PolicyContext context) {
    return context.plan().resources().stream()
        .filter(each -> each.urn().equals(resource.provider()))
        .anyMatch(each -> each.inputs().has("defaultTags") || each.inputs().has("defaultLabels"));
  }
}
