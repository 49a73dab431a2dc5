package com.onlinestore.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.aws.eks.Cluster;
import com.pulumi.aws.eks.ClusterArgs;
import com.pulumi.aws.eks.PodIdentityAssociation;
import com.pulumi.aws.eks.PodIdentityAssociationArgs;
import com.pulumi.aws.eks.inputs.ClusterAccessConfigArgs;
import com.pulumi.aws.eks.inputs.ClusterVpcConfigArgs;
import com.pulumi.aws.iam.Role;
import com.pulumi.aws.iam.RoleArgs;
import com.pulumi.aws.iam.RolePolicy;
import com.pulumi.aws.iam.RolePolicyArgs;
import com.pulumi.aws.kms.Key;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import org.junit.jupiter.api.Test;

/** A program with the SDK's own classes, from registration to report. */
class CloudReportTest {

  private static final String TRUST =
      """
      {"Version": "2012-10-17", "Statement": [{"Effect": "Allow",
        "Principal": {"Service": "pods.eks.amazonaws.com"},
        "Action": ["sts:AssumeRole", "sts:TagSession"],
        "Condition": {"StringEquals": {"aws:RequestTag/eks-cluster-arn": "%s",
          "aws:RequestTag/kubernetes-namespace": "store"}}}]}
      """;
  private static final String DECRYPT =
      """
      {"Version": "2012-10-17", "Statement": [{"Effect": "Allow",
        "Action": ["kms:Decrypt", "kms:GenerateDataKey"], "Resource": "%s"}]}
      """;

  @Test
  void showsTheCloudOfAStack() {
    Plan plan = Plans.of(context -> register());

    assertThat(PlanReport.of(PlanFacts.of(plan)))
        .isEqualTo(
            """
            Plan of stack dev of project online-store

              5 resources in 1 components
              1 Cluster, 1 Key, 1 PodIdentityAssociation, 1 Role, 1 RolePolicy

            Components
              └─ ToyComponent shop (5)
                    1 Cluster, 1 Key, 1 PodIdentityAssociation, 1 Role, 1 RolePolicy

            Creation order
               1  Key shop-key
               2  Cluster shop-eks
               3  Role shop-orders
               4  PodIdentityAssociation shop-orders, RolePolicy shop-orders

            Protected
              1 protected: pulumi destroy is refused until the stack file lifts it
              1 Key

            Exposure
              what              how                where
              Cluster shop-eks  public API server  from 203.0.113.0/24

            Rights
              service account store/orders  takes role shop-orders in cluster shop-eks
              shop-orders                   may be taken by pods (EKS Pod Identity) if cluster = <shop-eks.arn>
                                            and namespace = store
              shop-orders                   may kms:Decrypt, kms:GenerateDataKey on <shop-key.arn>
            """);
    assertThat(PlanReport.of(PlanFacts.of(plan)).lines()).allMatch(line -> line.length() <= 100);
    assertThat(Plans.of(context -> register())).isEqualTo(plan);
  }

  private static void register() {
    var shop = new ToyComponent("shop", ComponentResourceOptions.Empty);
    CustomResourceOptions child = shop.child().build();
    var key = new Key("shop-key", null, shop.child().protect(true).build());
    var cluster = cluster(key, child);
    var role =
        new Role(
            "shop-orders",
            RoleArgs.builder().assumeRolePolicy(cluster.arn().applyValue(TRUST::formatted)).build(),
            child);
    new RolePolicy(
        "shop-orders",
        RolePolicyArgs.builder()
            .role(role.name())
            .policy(key.arn().applyValue(DECRYPT::formatted))
            .build(),
        child);
    new PodIdentityAssociation(
        "shop-orders",
        PodIdentityAssociationArgs.builder()
            .clusterName(cluster.name())
            .namespace("store")
            .serviceAccount("orders")
            .roleArn(role.arn())
            .build(),
        child);
  }

  private static Cluster cluster(Key key, CustomResourceOptions child) {
    return new Cluster(
        "shop-eks",
        ClusterArgs.builder()
            .roleArn(Output.format("%s", key.arn()))
            .accessConfig(
                ClusterAccessConfigArgs.builder()
                    .bootstrapClusterCreatorAdminPermissions(false)
                    .build())
            .vpcConfig(
                ClusterVpcConfigArgs.builder()
                    .subnetIds("subnet-1")
                    .endpointPublicAccess(true)
                    .publicAccessCidrs("203.0.113.0/24")
                    .build())
            .build(),
        child);
  }
}
