package com.onlinestore.policy.rules;

import static com.onlinestore.policy.Severity.ADVISORY;
import static com.onlinestore.policy.Severity.MANDATORY;

import com.onlinestore.policy.About;
import com.onlinestore.policy.Policy;
import com.onlinestore.policy.Rule;
import com.onlinestore.policy.Value;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Who may do what in AWS. */
final class AwsRightsRules {

  private static final Pattern READING = Pattern.compile("[a-z0-9-]+:(Describe|List|Get).*");

  private static final Pattern ADMINISTRATOR =
      Pattern.compile(
          "arn:[^:]+:iam::aws:policy/(AdministratorAccess|PowerUserAccess|IAMFullAccess)");

  private AwsRightsRules() {}

  static List<Rule> all() {
    return List.of(
        new Rule(
            "iam/everything",
            MANDATORY,
            "No policy allows every action.",
            "Whoever gets hold of the identity has the account.",
            "List the actions that are needed, and the resources.",
            AwsStatements.rights(
                allows -> {
                  Value actions = allows.at("Action");
                  return actions.wrongIf(actions.texts().contains("*"), "is every action");
                })),
        new Rule(
            "iam/whole-service",
            MANDATORY,
            "No policy allows all actions of a service.",
            "Among them are deletion and the policies of the resources themselves.",
            "List the actions that are needed.",
            AwsStatements.rights(
                allows -> {
                  Value actions = allows.at("Action");
                  return actions.wrongIf(
                      actions.texts().stream().anyMatch(each -> each.matches("[a-z0-9-]+:\\*")),
                      "holds every action of a service");
                })),
        new Rule(
            "iam/all-but",
            MANDATORY,
            "No policy allows everything but a list.",
            "NotAction also allows what AWS brings next.",
            "List what is allowed under Action.",
            AwsStatements.rights(
                allows -> {
                  Value but = allows.at("NotAction");
                  return but.wrongIf(but.exists(), "is all that is not allowed");
                })),
        new Rule(
            "iam/any-resource",
            ADVISORY,
            "What changes something is allowed on named resources.",
            "On * it changes what other teams have in the account, too.",
            "Name the resources, or ask for a tag under Condition.",
            AwsStatements.rights(
                allows -> {
                  Value resources = allows.at("Resource");
                  return resources.wrongIf(
                      resources.texts().contains("*")
                          && !allows.at("Condition").exists()
                          && !allows.at("Action").texts().stream()
                              .allMatch(action -> READING.matcher(action).matches()),
                      "is every resource of the account");
                })),
        new Rule(
            "iam/pass-role",
            MANDATORY,
            "Roles are handed on by name.",
            "Who may pass every role may start a machine with the rights of an administrator.",
            "Name the roles under Resource, and the service under iam:PassedToService.",
            AwsStatements.rights(
                allows -> {
                  Value resources = allows.at("Resource");
                  return resources.wrongIf(
                      allows.at("Action").texts().contains("iam:PassRole")
                          && resources.texts().contains("*"),
                      "is every role of the account");
                })),
        new Rule(
            "iam/administrator",
            MANDATORY,
            "Nobody has one of AWS's policies for administrators.",
            "Whoever gets hold of the identity has the account.",
            "Attach a policy with the actions that are needed.",
            About.any(
                attachment("aws:iam/rolePolicyAttachment:RolePolicyAttachment"),
                attachment("aws:iam/userPolicyAttachment:UserPolicyAttachment"),
                attachment("aws:iam/groupPolicyAttachment:GroupPolicyAttachment"))),
        new Rule(
            "iam/anybody",
            MANDATORY,
            "No role, bucket, queue or key is anybody's.",
            "Principal * is everybody with an account at AWS.",
            "Name the principals, or bind * by a Condition.",
            About.any(
                AwsStatements.trust(AwsRightsRules::anybody),
                AwsStatements.resources(AwsRightsRules::anybody))),
        new Rule(
            "iam/web-identity",
            MANDATORY,
            "Roles for web identities name who may take them.",
            "Without the token's subject every workload of the provider may, as any repository of"
                + " GitHub.",
            "Ask for the :sub of the provider under Condition.",
            AwsStatements.trust(
                allows -> {
                  Value condition = allows.at("Condition");
                  return condition.wrongIf(
                      allows.at("Action").texts().contains("sts:AssumeRoleWithWebIdentity")
                          && !condition.json().toString().contains(":sub\""),
                      "asks for no subject");
                })),
        new Rule(
            "iam/access-keys",
            MANDATORY,
            "Nobody has a key that never ends.",
            "It stands in the state and in somebody's files, and works until somebody notices.",
            "Take a role: Pod Identity in the cluster, OIDC in a pipeline.",
            About.resources(
                "aws:iam/accessKey:AccessKey",
                key -> List.of(key.at("user").is("has a key that never ends")))));
  }

  private static List<String> anybody(Value allows) {
    Value principal = allows.at("Principal");
    boolean anybody = principal.text().equals("*") || principal.at("AWS").texts().contains("*");
    return principal.wrongIf(
        anybody && !allows.at("Condition").exists(), "is everybody with an account at AWS");
  }

  private static Policy attachment(String type) {
    Function<Value, List<String>> check =
        inputs -> {
          Value arn = inputs.at("policyArn");
          return arn.wrongIf(ADMINISTRATOR.matcher(arn.text()).matches(), "is for administrators");
        };
    return About.resources(type, check);
  }
}
