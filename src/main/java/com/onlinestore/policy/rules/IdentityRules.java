package com.onlinestore.policy.rules;

import static com.onlinestore.policy.Severity.ADVISORY;
import static com.onlinestore.policy.Severity.MANDATORY;

import com.onlinestore.plan.Manifest;
import com.onlinestore.policy.About;
import com.onlinestore.policy.PodTemplate;
import com.onlinestore.policy.PolicyContext;
import com.onlinestore.policy.Rule;
import com.onlinestore.policy.Value;
import java.util.List;
import java.util.regex.Pattern;

/** Who a pod is, what it knows, and what its namespace asks of it. */
final class IdentityRules {

  private static final Pattern SECRET_NAME =
      Pattern.compile(
          "(?i)(.*[_-])?(password|passwd|secret|token|api_?key|private_?key|credentials?)");

  /** Where a token or credentials come from is named like themselves. */
  private static final Pattern PLACE_NAME = Pattern.compile("(?i)(.*[_-])?(token|credentials?)");

  /** A word, as in {@code header}, or an address without a password in it. */
  private static final Pattern PLACE = Pattern.compile("[a-z][a-z-]{0,15}|https?://[^@]*");

  /** Nothing, a switch, another variable, the path of a file. */
  private static final Pattern NO_SECRET = Pattern.compile("|true|false|\\$\\([^)]*\\)|/.*");

  private static final String ENFORCE = "pod-security.kubernetes.io/enforce";

  private IdentityRules() {}

  static List<Rule> all() {
    return List.of(
        new Rule(
            "pods/service-account",
            ADVISORY,
            "Pods have a service account of their own.",
            "Those that share the namespace's default share every right it is ever given.",
            "Make a ServiceAccount, and set serviceAccountName.",
            About.pods(
                pod -> {
                  Value account = pod.spec().at("serviceAccountName");
                  return account.wrongIf(
                      account.text().isEmpty() || account.text().equals("default"),
                      "is the account of every pod that names none");
                })),
        new Rule(
            "pods/service-account-token",
            ADVISORY,
            "Pods that do not call the API server have no token for it.",
            "Whoever gets into the pod could otherwise act as its account.",
            "Set automountServiceAccountToken: false on the pod or its ServiceAccount.",
            About.pods(IdentityRules::token)),
        new Rule(
            "pods/secrets-as-text",
            MANDATORY,
            "No secret stands in an environment variable as text.",
            "Everybody who may see the object, the plan or the state may see it.",
            "Put it into a Secret, and name that with valueFrom.secretKeyRef.",
            About.containers(
                container ->
                    container.value().each("env").stream()
                        .filter(each -> SECRET_NAME.matcher(each.at("name").text()).matches())
                        .filter(each -> !isPlain(each.at("name").text(), each.at("value").text()))
                        .map(
                            each ->
                                each.at("name").is("has its value in the open, in the same entry"))
                        .toList())),
        new Rule(
            "namespaces/pod-security",
            ADVISORY,
            "Namespaces enforce a level of the Pod Security Standards.",
            "Rules here see what is in the plan; the API server sees every pod.",
            "Label the namespace " + ENFORCE + ": restricted, or baseline.",
            About.objects(
                "Namespace",
                namespace -> {
                  Value level = namespace.at("metadata", "labels", ENFORCE);
                  return level.wrongIf(!level.exists(), "lets every pod in");
                })));
  }

  private static boolean isPlain(String name, String value) {
    return NO_SECRET.matcher(value).matches()
        || PLACE_NAME.matcher(name).matches() && PLACE.matcher(value).matches();
  }

  private static List<String> token(PodTemplate pod, PolicyContext context) {
    Value own = pod.spec().at("automountServiceAccountToken");
    String account = pod.spec().at("serviceAccountName").text();
    boolean refusedByAccount =
        context.manifests("ServiceAccount", pod.owner().namespace()).stream()
            .filter(each -> each.name().equals(account))
            .map(Manifest::content)
            .anyMatch(each -> each.path("automountServiceAccountToken").asText().equals("false"));
    return own.wrongIf(
        own.isTrue() || !own.exists() && !refusedByAccount, "mounts a token of the API server");
  }
}
