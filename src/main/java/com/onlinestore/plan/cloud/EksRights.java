package com.onlinestore.plan.cloud;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** Who administers an EKS cluster, and which of its service accounts take which role. */
final class EksRights {

  private static final String ADMIN = "AmazonEKSClusterAdminPolicy";

  private EksRights() {}

  static List<Right> of(CloudResource resource) {
    return switch (resource.type()) {
      case "aws:eks/cluster:Cluster" -> creator(resource);
      case "aws:eks/accessPolicyAssociation:AccessPolicyAssociation" -> access(resource);
      case "aws:eks/accessEntry:AccessEntry" -> groups(resource);
      case "aws:eks/podIdentityAssociation:PodIdentityAssociation" -> pod(resource);
      default -> List.of();
    };
  }

  // AWS's own default is true.
  private static List<Right> creator(CloudResource cluster) {
    return cluster
            .inputs()
            .at("/accessConfig/bootstrapClusterCreatorAdminPermissions")
            .asBoolean(true)
        ? List.of(new Right("whoever creates it", "is admin of cluster " + cluster.ownName()))
        : List.of();
  }

  private static List<Right> access(CloudResource association) {
    String arn = association.text("policyArn");
    String policy = arn.substring(arn.lastIndexOf('/') + 1);
    String has = policy.equals(ADMIN) ? "is admin of %s (%s)" : "has %2$s on %1$s";
    JsonNode scope = association.inputs().path("accessScope");
    String where =
        scope.path("type").asText().equals("namespace")
            ? "namespaces %s of ".formatted(Words.and(Words.texts(scope.path("namespaces"))))
            : "";
    return List.of(
        new Right(principal(association), has.formatted(where + cluster(association), policy)));
  }

  private static List<Right> groups(CloudResource entry) {
    List<String> groups = Words.texts(entry.inputs().path("kubernetesGroups"));
    return groups.isEmpty()
        ? List.of()
        : List.of(
            new Right(
                principal(entry),
                "is in groups %s of %s".formatted(Words.and(groups), cluster(entry))));
  }

  private static List<Right> pod(CloudResource association) {
    return List.of(
        new Right(
            "service account %s/%s"
                .formatted(association.text("namespace"), association.text("serviceAccount")),
            "takes role %s in %s"
                .formatted(Words.owner(association.text("roleArn")), cluster(association))));
  }

  private static String cluster(CloudResource resource) {
    return "cluster " + Words.owner(resource.text("clusterName"));
  }

  private static String principal(CloudResource resource) {
    return Words.owner(resource.text("principalArn"));
  }
}
