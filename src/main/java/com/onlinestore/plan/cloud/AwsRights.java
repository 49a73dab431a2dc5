package com.onlinestore.plan.cloud;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** Rights in AWS: of roles by their policies, of everybody by the policies of keys and buckets. */
final class AwsRights {

  private static final String LATER = "has a policy that only the deployment knows";
  private static final String TAKEN_LATER = "may be taken by whom only the deployment knows";

  private AwsRights() {}

  static List<Right> of(CloudResource resource) {
    JsonNode policy = resource.inputs().path("policy");
    return switch (resource.type()) {
      case "aws:iam/role:Role" -> role(resource);
      case "aws:iam/rolePolicy:RolePolicy" -> policy(owner(resource, "role"), policy);
      case "aws:iam/policy:Policy" -> policy("policy " + resource.ownName(), policy);
      case "aws:iam/rolePolicyAttachment:RolePolicyAttachment" ->
          List.of(attached(owner(resource, "role"), resource.text("policyArn")));
      case "aws:kms/key:Key" -> resourcePolicy("key " + resource.name(), policy);
      case "aws:kms/keyPolicy:KeyPolicy" ->
          resourcePolicy("key " + owner(resource, "keyId"), policy);
      case "aws:s3/bucketPolicy:BucketPolicy" ->
          resourcePolicy("bucket " + owner(resource, "bucket"), policy);
      default -> EksRights.of(resource);
    };
  }

  private static List<Right> role(CloudResource role) {
    String who = role.ownName();
    List<Right> rights = new ArrayList<>(trust(who, role.inputs().path("assumeRolePolicy")));
    role.inputs()
        .path("inlinePolicies")
        .forEach(each -> rights.addAll(policy(who, each.path("policy"))));
    Words.texts(role.inputs().path("managedPolicyArns"))
        .forEach(arn -> rights.add(attached(who, arn)));
    return rights;
  }

  private static List<Right> trust(String role, JsonNode policy) {
    return rights(
        policy,
        new Right(role, TAKEN_LATER),
        statement ->
            Stream.of(
                new Right(
                    role,
                    (statement.denies() ? "must not be taken by " : "may be taken by ")
                        + Words.or(statement.principals())
                        + statement.conditions())));
  }

  private static List<Right> policy(String who, JsonNode policy) {
    return rights(
        policy,
        new Right(who, LATER),
        statement ->
            Stream.of(
                new Right(
                    who,
                    "%s on %s%s"
                        .formatted(
                            statement.may(), statement.resources(), statement.conditions()))));
  }

  // What such a policy is about is always the resource itself, or what is in it.
  private static List<Right> resourcePolicy(String what, JsonNode policy) {
    return rights(
        policy,
        new Right(what, LATER),
        statement ->
            statement.principals().stream()
                .map(
                    who ->
                        new Right(
                            who,
                            "%s on %s%s"
                                .formatted(statement.may(), what, statement.conditions()))));
  }

  private static List<Right> rights(
      JsonNode policy, Right unknown, Function<Statement, Stream<Right>> rights) {
    if (policy.isMissingNode() || policy.isNull()) {
      return List.of();
    }
    return Statement.of(policy)
        .map(statements -> statements.stream().flatMap(rights).toList())
        .orElse(List.of(unknown));
  }

  private static Right attached(String who, String arn) {
    return arn.matches("arn:[^:]+:iam::aws:policy/.*")
        ? new Right(who, "has AWS's policy " + arn.substring(arn.lastIndexOf('/') + 1))
        : new Right(who, "has policy " + Words.owner(arn));
  }

  private static String owner(CloudResource resource, String input) {
    return Words.owner(resource.text(input));
  }
}
