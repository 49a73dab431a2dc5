package com.onlinestore.components.cluster.aws;

/**
 * What the roles of a cluster may do: the identity policies, each no wider than its cluster where
 * AWS lets a policy say so.
 *
 * @param account whose cluster it is
 * @param region where it is
 * @param cluster its name
 */
record Rights(RoleArn account, String region, String cluster) {

  private static final String EQUALS = "StringEquals";
  private static final String OURS = "aws:ResourceTag/elbv2.k8s.aws/cluster";
  private static final String ASKED = "aws:RequestTag/elbv2.k8s.aws/cluster";

  /** The ARN of the cluster itself. */
  String clusterArn() {
    return arn("eks", "cluster/" + cluster);
  }

  /** Uses the key of the secrets. */
  static String controlPlane(String keyArn) {
    return Statement.document(
        Statement.allow(
                "Secrets", "kms:Encrypt", "kms:Decrypt", "kms:DescribeKey", "kms:ListGrants")
            .on(keyArn));
  }

  /** Writes the connections of the network into one log group. */
  static String flowLogs(String logGroupArn) {
    return Statement.document(
        Statement.allow(
                "Write", "logs:CreateLogStream", "logs:PutLogEvents", "logs:DescribeLogStreams")
            .on(logGroupArn + ":*"),
        Statement.allow("Find", "logs:DescribeLogGroups").on("*"));
  }

  /** Lists one bucket, and reads, writes and deletes what is in it. */
  static String bucket(String bucketArn) {
    return Statement.document(
        Statement.allow("List", "s3:ListBucket").on(bucketArn),
        Statement.allow("Use", "s3:GetObject", "s3:PutObject", "s3:DeleteObject")
            .on(bucketArn + "/*"));
  }

  /**
   * Sees all groups of instances, and changes those that EKS tagged as this cluster's;
   * kubernetes/autoscaler, cloudprovider/aws/README.md.
   */
  String autoscaler() {
    return Statement.document(
        Statement.allow(
                "See",
                "autoscaling:DescribeAutoScalingGroups",
                "autoscaling:DescribeAutoScalingInstances",
                "autoscaling:DescribeLaunchConfigurations",
                "autoscaling:DescribeScalingActivities",
                "autoscaling:DescribeTags",
                "ec2:DescribeImages",
                "ec2:DescribeInstanceTypes",
                "ec2:DescribeLaunchTemplateVersions",
                "ec2:GetInstanceTypesFromInstanceRequirements")
            .on("*"),
        Statement.allow("SeeNodeGroups", "eks:DescribeNodegroup")
            .on(arn("eks", "nodegroup/" + cluster + "/*")),
        Statement.allow(
                "Scale",
                "autoscaling:SetDesiredCapacity",
                "autoscaling:TerminateInstanceInAutoScalingGroup")
            .on(arn("autoscaling", "autoScalingGroup:*:autoScalingGroupName/*"))
            .when(EQUALS, "aws:ResourceTag/k8s.io/cluster-autoscaler/" + cluster, "owned"));
  }

  /**
   * Makes network load balancers with their security groups, and changes its own, which it tags
   * with the cluster's name. The controller's documented policy without what only Ingresses, WAF,
   * Shield and Cognito need; kubernetes-sigs/aws-load-balancer-controller, docs/install.
   */
  String loadBalancers() {
    return Statement.document(
        seeNetworks(),
        Statement.allow("SeeGroups", "ec2:GetSecurityGroupsForVpc").on(arn("ec2", "vpc/*")),
        seeLoadBalancers(),
        Statement.allow("ServiceLinkedRole", "iam:CreateServiceLinkedRole")
            .on(
                "arn:%s:iam::%s:role/aws-service-role/elasticloadbalancing.amazonaws.com/*"
                    .formatted(account.partition(), account.account()))
            .when(EQUALS, "iam:AWSServiceName", "elasticloadbalancing.amazonaws.com"),
        // AWS wants both: the network alone, which cannot be asked for a tag, makes nothing.
        Statement.allow("CreateGroup", "ec2:CreateSecurityGroup")
            .on(arn("ec2", "security-group/*"))
            .when(EQUALS, ASKED, cluster),
        Statement.allow("CreateGroupInNetwork", "ec2:CreateSecurityGroup").on(arn("ec2", "vpc/*")),
        Statement.allow("TagNewGroup", "ec2:CreateTags")
            .on(arn("ec2", "security-group/*"))
            .when(EQUALS, "ec2:CreateAction", "CreateSecurityGroup")
            .when(EQUALS, ASKED, cluster),
        Statement.allow(
                "ChangeOwnGroup",
                "ec2:CreateTags",
                "ec2:DeleteTags",
                "ec2:AuthorizeSecurityGroupIngress",
                "ec2:RevokeSecurityGroupIngress",
                "ec2:DeleteSecurityGroup")
            .on(arn("ec2", "security-group/*"))
            .when(EQUALS, OURS, cluster),
        Statement.allow(
                "OpenNodes", "ec2:AuthorizeSecurityGroupIngress", "ec2:RevokeSecurityGroupIngress")
            .on(arn("ec2", "security-group/*"))
            .when(EQUALS, "aws:ResourceTag/kubernetes.io/cluster/" + cluster, "owned"),
        Statement.allow(
                "Create",
                "elasticloadbalancing:CreateLoadBalancer",
                "elasticloadbalancing:CreateTargetGroup")
            .on(balancers("loadbalancer/net/*/*"), balancers("targetgroup/*/*"))
            .when(EQUALS, ASKED, cluster),
        Statement.allow("TagNew", "elasticloadbalancing:AddTags")
            .on(
                balancers("loadbalancer/net/*/*"),
                balancers("targetgroup/*/*"),
                balancers("listener/*/*/*/*"))
            .when(EQUALS, ASKED, cluster),
        changeOwn(),
        Statement.allow(
                "Listen",
                "elasticloadbalancing:CreateListener",
                "elasticloadbalancing:DeleteListener",
                "elasticloadbalancing:ModifyListener",
                "elasticloadbalancing:ModifyListenerAttributes",
                "elasticloadbalancing:RemoveTags")
            .on(balancers("loadbalancer/net/*/*"), balancers("listener/*/*/*/*"))
            .when(EQUALS, OURS, cluster));
  }

  private static Statement seeNetworks() {
    return Statement.allow(
            "SeeNetworks",
            "ec2:DescribeAccountAttributes",
            "ec2:DescribeAddresses",
            "ec2:DescribeAvailabilityZones",
            "ec2:DescribeInstances",
            "ec2:DescribeInternetGateways",
            "ec2:DescribeNetworkInterfaces",
            "ec2:DescribeRouteTables",
            "ec2:DescribeSecurityGroups",
            "ec2:DescribeSubnets",
            "ec2:DescribeTags",
            "ec2:DescribeVpcPeeringConnections",
            "ec2:DescribeVpcs")
        .on("*");
  }

  private static Statement seeLoadBalancers() {
    return Statement.allow(
            "SeeLoadBalancers",
            "elasticloadbalancing:DescribeCapacityReservation",
            "elasticloadbalancing:DescribeListenerAttributes",
            "elasticloadbalancing:DescribeListenerCertificates",
            "elasticloadbalancing:DescribeListeners",
            "elasticloadbalancing:DescribeLoadBalancerAttributes",
            "elasticloadbalancing:DescribeLoadBalancers",
            "elasticloadbalancing:DescribeRules",
            "elasticloadbalancing:DescribeSSLPolicies",
            "elasticloadbalancing:DescribeTags",
            "elasticloadbalancing:DescribeTargetGroupAttributes",
            "elasticloadbalancing:DescribeTargetGroups",
            "elasticloadbalancing:DescribeTargetHealth")
        .on("*");
  }

  private Statement changeOwn() {
    return Statement.allow(
            "ChangeOwn",
            "elasticloadbalancing:AddTags",
            "elasticloadbalancing:DeleteLoadBalancer",
            "elasticloadbalancing:DeleteTargetGroup",
            "elasticloadbalancing:DeregisterTargets",
            "elasticloadbalancing:ModifyLoadBalancerAttributes",
            "elasticloadbalancing:ModifyTargetGroup",
            "elasticloadbalancing:ModifyTargetGroupAttributes",
            "elasticloadbalancing:RegisterTargets",
            "elasticloadbalancing:RemoveTags",
            "elasticloadbalancing:SetIpAddressType",
            "elasticloadbalancing:SetSecurityGroups",
            "elasticloadbalancing:SetSubnets")
        .on(balancers("loadbalancer/net/*/*"), balancers("targetgroup/*/*"))
        .when(EQUALS, OURS, cluster);
  }

  private String balancers(String resource) {
    return arn("elasticloadbalancing", resource);
  }

  private String arn(String service, String resource) {
    return "arn:%s:%s:%s:%s:%s"
        .formatted(account.partition(), service, region, account.account(), resource);
  }
}
