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

/** Who may do what at the API server. */
final class RbacRules {

  private static final Set<String> ANYBODY =
      Set.of("system:anonymous", "system:unauthenticated", "system:authenticated");
  private static final Set<String> ESCALATING = Set.of("escalate", "bind", "impersonate");

  private RbacRules() {}

  static List<Rule> all() {
    return List.of(
        new Rule(
            "rbac/cluster-admin",
            MANDATORY,
            "Nobody is bound to cluster-admin.",
            "It reads every Secret and changes every workload of the cluster.",
            "Bind a Role with the resources and verbs that are needed.",
            bindings(
                binding -> {
                  Value role = binding.at("roleRef", "name");
                  return role.wrongIf(
                      role.text().equals("cluster-admin"), "may do everything in the cluster");
                })),
        new Rule(
            "rbac/wildcards",
            MANDATORY,
            "Roles name verbs and resources.",
            "* also means what the next version of the cluster and its operators bring.",
            "List verbs and resources.",
            rules(
                rule ->
                    rule.at("verbs")
                        .wrongIf(
                            rule.at("verbs").texts().contains("*")
                                && rule.at("resources").texts().contains("*"),
                            "may do everything with every resource"))),
        new Rule(
            "rbac/anybody",
            MANDATORY,
            "No rights for whoever comes.",
            "The groups of all users hold every service account, or even people without a name.",
            "Bind users, groups or service accounts by name.",
            bindings(
                binding ->
                    binding.each("subjects").stream()
                        .map(subject -> subject.at("name"))
                        .filter(name -> ANYBODY.contains(name.text()))
                        .map(name -> name.is("is whoever comes"))
                        .toList())),
        new Rule(
            "rbac/escalation",
            MANDATORY,
            "Nobody may give himself more rights.",
            "Who may escalate, bind or impersonate may do everything.",
            "Remove the verb.",
            rules(
                rule ->
                    rule.each("verbs").stream()
                        .filter(verb -> ESCALATING.contains(verb.text()))
                        .map(verb -> verb.is("gives whoever has it every other right"))
                        .toList())),
        new Rule(
            "rbac/secrets",
            ADVISORY,
            "No role reads the Secrets of all namespaces.",
            "Among them are tokens of accounts that may do more.",
            "Take a Role in the namespace, with resourceNames.",
            About.objects(
                "ClusterRole",
                role ->
                    role.each("rules").stream()
                        .filter(rule -> rule.at("resources").texts().contains("secrets"))
                        .filter(rule -> rule.at("resourceNames").json().isEmpty())
                        .map(rule -> rule.at("resources").is("holds the Secrets of all namespaces"))
                        .toList())));
  }

  private static Policy bindings(Function<Value, List<String>> check) {
    return About.any(
        About.objects("ClusterRoleBinding", check), About.objects("RoleBinding", check));
  }

  private static Policy rules(Function<Value, List<String>> check) {
    Function<Value, List<String>> each =
        role -> role.each("rules").stream().flatMap(rule -> check.apply(rule).stream()).toList();
    return About.any(About.objects("ClusterRole", each), About.objects("Role", each));
  }
}
