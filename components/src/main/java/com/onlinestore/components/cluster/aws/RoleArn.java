package com.onlinestore.components.cluster.aws;

/**
 * The name of an IAM role, which also says in which account and in which of Amazon's partitions.
 *
 * @param partition as in {@code aws} or {@code aws-us-gov}
 * @param account twelve digits
 */
record RoleArn(String partition, String account) {

  /** What a role's name must look like. */
  static final String PATTERN = "^arn:(aws|aws-us-gov):iam::[0-9]{12}:role/[\\w+=,.@/-]+$";

  static RoleArn of(String arn) {
    String[] parts = arn.split(":");
    return new RoleArn(parts[1], parts[4]);
  }

  /** A role by its path and name, with its account in front where that is another one. */
  String nameOf(String arn) {
    String name = arn.substring(arn.indexOf('/') + 1);
    return of(arn).account.equals(account) ? name : of(arn).account + "/" + name;
  }

  /** The policy that Amazon keeps under {@code path}. */
  String managedPolicy(String path) {
    return "arn:%s:iam::aws:policy/%s".formatted(partition, path);
  }

  /** The access policy of EKS called {@code name}. */
  String accessPolicy(String name) {
    return "arn:%s:eks::aws:cluster-access-policy/%s".formatted(partition, name);
  }
}
