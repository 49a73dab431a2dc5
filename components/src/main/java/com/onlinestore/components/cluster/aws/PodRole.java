package com.onlinestore.components.cluster.aws;

import com.pulumi.aws.eks.PodIdentityAssociation;
import com.pulumi.aws.eks.PodIdentityAssociationArgs;
import com.pulumi.aws.iam.Role;
import com.pulumi.aws.iam.RoleArgs;
import com.pulumi.aws.iam.RolePolicy;
import com.pulumi.aws.iam.RolePolicyArgs;
import com.pulumi.aws.iam.RolePolicyAttachment;
import com.pulumi.aws.iam.RolePolicyAttachmentArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A role for one service account, handed out by EKS' Pod Identity. */
final class PodRole extends ComponentResource {

  /** Where the cluster's own controllers are. */
  static final String NAMESPACE = "kube-system";

  private final AwsPlace place;
  private final String name;
  private final Output<String> cluster;
  private final Role role;
  private final List<Resource> rights = new ArrayList<>();

  private PodRole(
      AwsPlace place,
      String namespace,
      String serviceAccount,
      Output<String> cluster,
      Resource parent) {
    super(
        "online-store:cluster:PodRole",
        place.name() + "-" + serviceAccount + "-identity",
        ComponentResourceOptions.builder().parent(parent).build());
    this.place = place;
    this.name = place.name() + "-" + serviceAccount;
    this.cluster = cluster;
    this.role =
        new Role(
            name,
            RoleArgs.builder()
                .assumeRolePolicy(
                    cluster.applyValue(
                        of ->
                            place
                                .trust()
                                .pods(place.rights(of).clusterArn(), namespace, serviceAccount)))
                .tags(place.tags().tags())
                .build(),
            child());
  }

  /**
   * A role of kube-system with a policy of Amazon's, for an add-on that makes the association
   * itself.
   */
  static PodRole managed(
      AwsPlace place,
      String serviceAccount,
      String policy,
      Output<String> cluster,
      Resource parent) {
    PodRole made = new PodRole(place, NAMESPACE, serviceAccount, cluster, parent);
    made.rights.add(
        new RolePolicyAttachment(
            made.name + "-rights",
            RolePolicyAttachmentArgs.builder()
                .role(made.role.name())
                .policyArn(place.account().managedPolicy(policy))
                .build(),
            made.child()));
    made.registerOutputs(Map.of());
    return made;
  }

  /**
   * A role with a policy of ours, and its association.
   *
   * @return what the pods must wait for: they get the role when they start, or never
   */
  static List<Resource> own(
      AwsPlace place,
      String namespace,
      String serviceAccount,
      Output<String> policy,
      Output<String> cluster,
      Resource parent) {
    PodRole made = new PodRole(place, namespace, serviceAccount, cluster, parent);
    List<Resource> ready =
        List.of(made.rights(policy), made.association(namespace, serviceAccount));
    made.registerOutputs(Map.of());
    return ready;
  }

  Output<String> arn() {
    return role.arn();
  }

  /** What gives the role its rights; whoever uses the role must wait for it. */
  List<Resource> rights() {
    return List.copyOf(rights);
  }

  private Resource rights(Output<String> policy) {
    return new RolePolicy(
        name + "-rights",
        RolePolicyArgs.builder().role(role.name()).policy(policy).build(),
        child());
  }

  private Resource association(String namespace, String serviceAccount) {
    return new PodIdentityAssociation(
        name + "-association",
        PodIdentityAssociationArgs.builder()
            .clusterName(cluster)
            .namespace(namespace)
            .serviceAccount(serviceAccount)
            .roleArn(role.arn())
            .tags(place.tags().tags())
            .build(),
        child());
  }

  private CustomResourceOptions child() {
    return CustomResourceOptions.builder().parent(this).build();
  }
}
