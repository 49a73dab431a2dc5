package com.onlinestore.policy.rules;

import static com.onlinestore.policy.Severity.ADVISORY;
import static com.onlinestore.policy.Severity.MANDATORY;

import com.onlinestore.policy.About;
import com.onlinestore.policy.Policy;
import com.onlinestore.policy.Rule;
import com.onlinestore.policy.Value;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Who may do what in Google Cloud. */
final class GoogleRightsRules {

  private static final Pattern GRANT = Pattern.compile("(?i)gcp:.*IAM(Member|Binding)");
  private static final Set<String> BASIC = Set.of("roles/owner", "roles/editor");
  private static final Set<String> ANYBODY = Set.of("allUsers", "allAuthenticatedUsers");
  private static final Set<String> ACTING =
      Set.of("roles/iam.serviceAccountUser", "roles/iam.serviceAccountTokenCreator");

  private GoogleRightsRules() {}

  static List<Rule> all() {
    return List.of(
        new Rule(
            "iam/google-basic-roles",
            MANDATORY,
            "Nobody is owner or editor.",
            "These roles hold thousands of permissions, and every new service's.",
            "Grant the predefined role of the service, on the narrowest resource.",
            grants(
                grant -> {
                  Value role = grant.at("role");
                  return role.wrongIf(
                      BASIC.contains(role.text()), "may change everything in the project");
                })),
        new Rule(
            "iam/google-anybody",
            MANDATORY,
            "Nothing is granted to anybody.",
            "allAuthenticatedUsers is everybody with an account at Google.",
            "Name the members.",
            grants(
                grant ->
                    Stream.concat(Stream.of(grant.at("member")), grant.each("members").stream())
                        .filter(member -> ANYBODY.contains(member.text()))
                        .map(member -> member.is("is anybody"))
                        .toList())),
        new Rule(
            "iam/google-keys",
            MANDATORY,
            "No service account has a key.",
            "It stands in the state and in somebody's files, and works until somebody notices.",
            "Take workload identity: in the cluster, or federated in a pipeline.",
            About.resources(
                "gcp:serviceaccount/key:Key",
                key -> List.of(key.at("serviceAccountId").is("has a key that never ends")))),
        new Rule(
            "iam/google-acting",
            ADVISORY,
            "Nobody may act as every service account of a project.",
            "Among them is one with more rights, sooner or later.",
            "Grant it on the one service account.",
            About.resources(
                "gcp:projects/iAMMember:IAMMember",
                grant -> {
                  Value role = grant.at("role");
                  return role.wrongIf(
                      ACTING.contains(role.text()), "acts as every account of the project");
                })));
  }

  private static Policy grants(Function<Value, List<String>> check) {
    return (resource, context) ->
        GRANT.matcher(resource.type()).matches() ? check.apply(Value.of(resource)) : List.of();
  }
}
