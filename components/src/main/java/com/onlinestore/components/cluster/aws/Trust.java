package com.onlinestore.components.cluster.aws;

/**
 * Who may take on the roles of a cluster in one account: the trust policies.
 *
 * @param account whose cluster it is
 */
record Trust(RoleArn account) {

  private static final String ASSUME = "sts:AssumeRole";
  private static final String TAG = "sts:TagSession";
  private static final String ACCOUNT = "aws:SourceAccount";

  /** EKS itself. */
  String controlPlane() {
    return Statement.document(
        Statement.trust("ControlPlane", "eks.amazonaws.com", ASSUME)
            .when("StringEquals", ACCOUNT, account.account()));
  }

  /** Instances; EC2 sends no account along. */
  String nodes() {
    return Statement.document(Statement.trust("Nodes", "ec2.amazonaws.com", ASSUME));
  }

  /** The flow logs of this account and region. */
  String flowLogs(String region) {
    return Statement.document(
        Statement.trust("FlowLogs", "vpc-flow-logs.amazonaws.com", ASSUME)
            .when("StringEquals", ACCOUNT, account.account())
            .when(
                "ArnLike",
                "aws:SourceArn",
                "arn:%s:ec2:%s:%s:vpc-flow-log/*"
                    .formatted(account.partition(), region, account.account())));
  }

  /**
   * Pods of one service account in one cluster, told apart by the tags that EKS' Pod Identity gives
   * to their session.
   */
  String pods(String clusterArn, String namespace, String serviceAccount) {
    return Statement.document(
        Statement.trust("Pods", "pods.eks.amazonaws.com", ASSUME, TAG)
            .when("StringEquals", ACCOUNT, account.account())
            .when("StringEquals", "aws:RequestTag/eks-cluster-arn", clusterArn)
            .when("StringEquals", "aws:RequestTag/kubernetes-namespace", namespace)
            .when("StringEquals", "aws:RequestTag/kubernetes-service-account", serviceAccount));
  }
}
