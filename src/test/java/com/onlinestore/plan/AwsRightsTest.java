package com.onlinestore.plan;

import static com.onlinestore.plan.Plans.resource;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.TextNode;
import org.junit.jupiter.api.Test;

class AwsRightsTest {

  @Test
  void saysWhoMayTakeARole() {
    assertThat(
            rights(
                role(
                    "nodes",
                    """
                    {"Statement": {"Effect": "Allow", "Action": "sts:AssumeRole",
                                   "Principal": {"Service": "ec2.amazonaws.com"}}}
                    """),
                role(
                    "orders",
                    """
                    {"Statement": [{"Effect": "Allow",
                      "Action": ["sts:AssumeRole", "sts:TagSession"],
                      "Principal": {"Service": "pods.eks.amazonaws.com"},
                      "Condition": {"StringEquals": {
                        "aws:RequestTag/kubernetes-namespace": "store",
                        "aws:RequestTag/kubernetes-service-account": "orders",
                        "aws:RequestTag/eks-cluster-arn": "<shop.arn>"}}}]}
                    """),
                role(
                    "users",
                    """
                    {"Statement": [{"Effect": "Allow", "Action": "sts:AssumeRoleWithWebIdentity",
                      "Principal": {"Federated":
                        "arn:aws:iam::123456789012:oidc-provider/oidc.eks.example/id/A"},
                      "Condition": {"StringEquals": {
                        "oidc.eks.example/id/A:sub": "system:serviceaccount:store:users",
                        "oidc.eks.example/id/A:aud": "sts.amazonaws.com"}}}]}
                    """),
                role("later", "<computed>"),
                resource(
                    "aws:eks/podIdentityAssociation:PodIdentityAssociation",
                    "orders",
                    """
                    {"clusterName": "<shop.name>", "namespace": "store",
                     "serviceAccount": "orders", "roleArn": "<orders.arn>"}
                    """)))
        .isEqualTo(
            """
              later                         may be taken by whom only the deployment knows
              nodes                         may be taken by service ec2.amazonaws.com
              orders                        may be taken by pods (EKS Pod Identity) if namespace = store,
                                            service account = orders and cluster = <shop.arn>
              service account store/orders  takes role orders in cluster shop
              users                         may be taken by identities of oidc.eks.example/id/A if subject =
                                            system:serviceaccount:store:users and audience = sts.amazonaws.com""");
  }

  @Test
  void saysWhatARoleMayDoAndUnderWhichConditions() {
    assertThat(
            rights(
                policy(
                    "cluster-autoscaler",
                    """
                    {"Statement": [
                      {"Effect": "Allow", "Resource": "*",
                       "Action": ["autoscaling:SetDesiredCapacity",
                                  "autoscaling:TerminateInstanceInAutoScalingGroup"],
                       "Condition": {"StringEquals":
                         {"aws:ResourceTag/kubernetes.io/cluster/shop": "owned"}}},
                      {"Effect": "Deny", "NotAction": "s3:GetObject",
                       "Resource": ["arn:aws:s3:::a", "b", "c", "d", "e"]}]}
                    """),
                policy(
                    "dns",
                    """
                    {"Statement": {"Effect": "Allow", "Action": "*", "NotResource": "<zone.arn>",
                      "Condition": {
                        "Null": {"aws:RequestTag/owner": "false"},
                        "Bool": {"aws:SecureTransport": true},
                        "ForAllValues:StringLike": {"route53:Names": ["a.*", "b.*", "c.*"]},
                        "NumericLessThanIfExists": {"s3:max-keys": 10}}}}
                    """)))
        .isEqualTo(
            """
              cluster-autoscaler  may autoscaling:SetDesiredCapacity,
                                  autoscaling:TerminateInstanceInAutoScalingGroup on * if
                                  aws:ResourceTag/kubernetes.io/cluster/shop = owned
              cluster-autoscaler  must not do anything but s3:GetObject on arn:aws:s3:::a, b, c and 2 more
              dns                 may do everything on everything but <zone.arn> if aws:RequestTag/owner is
                                  present, aws:SecureTransport = true, all of route53:Names like a.*, b.* or c.*
                                  and s3:max-keys NumericLessThan 10 or is absent""");
  }

  @Test
  void countsManyActionsByWhatTheyDo() {
    assertThat(
            rights(
                resource(
                    "aws:iam/policy:Policy",
                    "balancer",
                    """
                    {"name": "shop-balancer", "policy": {"Statement": {"Effect": "Allow",
                      "Action": ["ec2:DescribeVpcs", "ec2:DescribeSubnets", "ec2:DescribeInstances",
                                 "ec2:CreateTags", "elasticloadbalancing:*"],
                      "Resource": "*"}}}
                    """),
                attachment("balancer", "<balancer.arn>"),
                attachment("nodes", "arn:aws:iam::aws:policy/AmazonEKSWorkerNodePolicy"),
                attachment(
                    "csi", "arn:aws-cn:iam::aws:policy/service-role/AmazonEBSCSIDriverPolicy")))
        .isEqualTo(
            """
              balancer              has policy balancer
              csi                   has AWS's policy AmazonEBSCSIDriverPolicy
              nodes                 has AWS's policy AmazonEKSWorkerNodePolicy
              policy shop-balancer  may ec2:CreateTags, ec2:Describe… (3), elasticloadbalancing:* on *""");
  }

  @Test
  void saysWhoAdministersACluster() {
    assertThat(
            rights(
                resource("aws:eks/cluster:Cluster", "own", "{}"),
                resource(
                    "aws:eks/cluster:Cluster",
                    "shop",
                    """
                    {"accessConfig": {"bootstrapClusterCreatorAdminPermissions": false}}
                    """),
                access(
                    "arn:aws:iam::123456789012:role/platform",
                    "AmazonEKSClusterAdminPolicy",
                    "{\"type\": \"cluster\"}"),
                access(
                    "<viewer.arn>",
                    "AmazonEKSViewPolicy",
                    "{\"type\": \"namespace\", \"namespaces\": [\"store\", \"mesh\"]}"),
                resource(
                    "aws:eks/accessEntry:AccessEntry",
                    "viewer",
                    """
                    {"principalArn": "<viewer.arn>", "clusterName": "<shop.id>",
                     "kubernetesGroups": ["viewers"]}
                    """)))
        .isEqualTo(
            """
              arn:aws:iam::123456789012:role/platform
                                  is admin of cluster shop (AmazonEKSClusterAdminPolicy)
              viewer              has AmazonEKSViewPolicy on namespaces store and mesh of cluster shop
              viewer              is in groups viewers of cluster shop
              whoever creates it  is admin of cluster own""");
  }

  @Test
  void saysWhoMayUseAKey() {
    assertThat(
            rights(
                resource("aws:kms/key:Key", "plain", "{}"),
                resource(
                    "aws:kms/key:Key",
                    "shop-key",
                    """
                    {"policy": {"Statement": [
                      {"Effect": "Allow", "Action": "kms:*", "Resource": "*",
                       "Principal": {"AWS": ["arn:aws:iam::123456789012:root", "<shop-eks.arn>"]}},
                      {"Effect": "Deny", "Action": "kms:ScheduleKeyDeletion", "Resource": "*",
                       "Principal": "*"}]}}
                    """)))
        .isEqualTo(
            """
              account 123456789012  may kms:* on key shop-key
              anybody               must not kms:ScheduleKeyDeletion on key shop-key
              shop-eks              may kms:* on key shop-key""");
  }

  @Test
  void saysWhatTheOwnerOfABucketForbids() {
    assertThat(
            rights(
                policy(
                    "shop-loki",
                    """
                    {"Statement": [
                      {"Effect": "Allow", "Action": ["s3:ListBucket"],
                       "Resource": ["<shop-logs.arn>"]},
                      {"Effect": "Allow",
                       "Action": ["s3:GetObject", "s3:PutObject", "s3:DeleteObject"],
                       "Resource": ["<shop-logs.arn>/*"]}]}
                    """),
                resource(
                    "aws:s3/bucketPolicy:BucketPolicy",
                    "shop-logs-policy",
                    """
                    {"bucket": "<shop-logs.id>", "policy": {"Statement": [
                      {"Effect": "Deny", "Action": ["s3:*"], "Principal": {"AWS": "*"},
                       "Resource": ["<shop-logs.arn>", "<shop-logs.arn>/*"],
                       "Condition": {"Bool": {"aws:SecureTransport": "false"}}}]}}
                    """)))
        .isEqualTo(
            """
              anybody    must not s3:* on bucket shop-logs if aws:SecureTransport = false
              shop-loki  may s3:ListBucket on <shop-logs.arn>
              shop-loki  may s3:GetObject, s3:PutObject, s3:DeleteObject on <shop-logs.arn>/*""");
  }

  private static PlannedResource role(String name, String trust) {
    return resource(
        "aws:iam/role:Role", name, "{\"assumeRolePolicy\": %s}".formatted(new TextNode(trust)));
  }

  private static PlannedResource policy(String role, String policy) {
    return resource(
        "aws:iam/rolePolicy:RolePolicy",
        role,
        "{\"role\": \"<%s.name>\", \"policy\": %s}".formatted(role, new TextNode(policy)));
  }

  private static PlannedResource attachment(String role, String arn) {
    return resource(
        "aws:iam/rolePolicyAttachment:RolePolicyAttachment",
        role,
        "{\"role\": \"<%s.id>\", \"policyArn\": \"%s\"}".formatted(role, arn));
  }

  private static PlannedResource access(String principal, String policy, String scope) {
    return resource(
        "aws:eks/accessPolicyAssociation:AccessPolicyAssociation",
        policy,
        """
        {"principalArn": "%s", "clusterName": "<shop.name>", "accessScope": %s,
         "policyArn": "arn:aws:eks::aws:cluster-access-policy/%s"}
        """
            .formatted(principal, scope, policy));
  }

  private static String rights(PlannedResource... resources) {
    return String.join("\n", RightsTable.lines(RightsTable.rights(Plans.of(resources))))
        .stripIndent();
  }
}
