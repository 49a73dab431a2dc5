package com.onlinestore.policy.rules;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.onlinestore.policy.Policy;
import com.onlinestore.policy.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Statements of AWS policies that allow something, wherever a resource holds them.
 *
 * <p>The trap: a policy that only the deployment knows has none here.
 */
final class AwsStatements {

  private static final ObjectMapper JSON = new ObjectMapper();

  private static final Set<String> OF_IDENTITIES =
      Set.of(
          "aws:iam/rolePolicy:RolePolicy",
          "aws:iam/policy:Policy",
          "aws:iam/userPolicy:UserPolicy",
          "aws:iam/groupPolicy:GroupPolicy");

  private static final Set<String> OF_RESOURCES =
      Set.of(
          "aws:s3/bucketPolicy:BucketPolicy",
          "aws:sqs/queuePolicy:QueuePolicy",
          "aws:sns/topicPolicy:TopicPolicy",
          "aws:secretsmanager/secretPolicy:SecretPolicy",
          "aws:ecr/repositoryPolicy:RepositoryPolicy",
          "aws:kms/key:Key",
          "aws:kms/keyPolicy:KeyPolicy");

  private static final String ROLE = "aws:iam/role:Role";

  private AwsStatements() {}

  /** What identities may do: policies of roles, users and groups. */
  static Policy rights(Function<Value, List<String>> check) {
    return (resource, context) -> {
      Value inputs = Value.of(resource);
      Stream<Value> policies = Stream.of();
      if (OF_IDENTITIES.contains(resource.type())) {
        policies = Stream.of(inputs.at("policy"));
      } else if (resource.type().equals(ROLE)) {
        policies = inputs.each("inlinePolicies").stream().map(each -> each.at("policy"));
      }
      return checked(policies, check);
    };
  }

  /** Who may take a role. */
  static Policy trust(Function<Value, List<String>> check) {
    return (resource, context) ->
        resource.type().equals(ROLE)
            ? checked(Stream.of(Value.of(resource).at("assumeRolePolicy")), check)
            : List.of();
  }

  /** Who may use a bucket, a queue, a key and the like. */
  static Policy resources(Function<Value, List<String>> check) {
    return (resource, context) ->
        OF_RESOURCES.contains(resource.type())
            ? checked(Stream.of(Value.of(resource).at("policy")), check)
            : List.of();
  }

  private static List<String> checked(Stream<Value> policies, Function<Value, List<String>> check) {
    return policies
        .flatMap(policy -> allowing(policy).stream())
        .flatMap(statement -> check.apply(statement).stream())
        .toList();
  }

  private static List<Value> allowing(Value policy) {
    Value statements = new Value(policy.path(), document(policy)).at("Statement");
    List<Value> all = new ArrayList<>(statements.each());
    if (statements.json().isObject()) {
      all.add(statements);
    }
    return all.stream().filter(each -> each.at("Effect").text().equals("Allow")).toList();
  }

  private static JsonNode document(Value policy) {
    try {
      return policy.json().isTextual() ? JSON.readTree(policy.text()) : policy.json();
    } catch (JsonProcessingException knownToTheDeploymentAlone) {
      return policy.json();
    }
  }
}
