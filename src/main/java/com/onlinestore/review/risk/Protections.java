package com.onlinestore.review.risk;

import com.fasterxml.jackson.databind.JsonNode;
import com.onlinestore.plan.Manifest;
import com.onlinestore.plan.Plaintext;
import com.onlinestore.review.difference.Change;
import com.onlinestore.review.difference.PropertyChange;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Protections that are gone or weaker. */
final class Protections {

  private static final Set<String> POLICIES =
      Set.of(
          "NetworkPolicy",
          "AuthorizationPolicy",
          "PeerAuthentication",
          "RequestAuthentication",
          "LimitRange",
          "ResourceQuota");
  private static final String POD_SECURITY = "pod-security.kubernetes.io/enforce";
  private static final List<String> LEVELS = List.of("restricted", "baseline", "privileged");
  private static final Pattern ENCRYPTION = Pattern.compile("(?i).*(encrypt|kmsKey|sse).*");

  /** Fields of a pod and the value that protects. */
  private static final Map<String, Boolean> SAFE =
      Map.of(
          "privileged", false,
          "allowPrivilegeEscalation", false,
          "runAsNonRoot", true,
          "readOnlyRootFilesystem", true,
          "hostNetwork", false,
          "hostPID", false,
          "hostIPC", false,
          "automountServiceAccountToken", false);

  private Protections() {}

  static Stream<Risk> in(Sides sides) {
    return Stream.of(plaintext(sides), policies(sides), properties(sides)).flatMap(each -> each);
  }

  private static Stream<Risk> plaintext(Sides sides) {
    Set<Plaintext> before = new HashSet<>(sides.before().plaintext());
    return sides.after().plaintext().stream()
        .filter(exception -> !before.contains(exception))
        .map(
            exception ->
                risk(
                    exception.pods(),
                    "takes connections without mutual TLS on port %s (%s)%s."
                        .formatted(
                            exception.port(),
                            exception.mode(),
                            exception.reason().isEmpty() ? "" : ": " + exception.reason())));
  }

  private static Stream<Risk> policies(Sides sides) {
    return sides
        .changes(
            change ->
                change.kind() == Change.Kind.REMOVE && POLICIES.contains(change.resource().kind()))
        .stream()
        .filter(
            change -> Manifest.of(change.before()).filter(each -> stays(each, sides)).isPresent())
        .map(change -> risk(change.name(), "no longer holds: it is removed."));
  }

  /** Whether what a policy was for is still there: its namespace, and the workload of its name. */
  private static boolean stays(Manifest policy, Sides sides) {
    boolean namespace =
        sides.after().manifests().stream()
            .anyMatch(each -> each.namespace().equals(policy.namespace()));
    boolean moved =
        sides.after().manifests().stream()
            .anyMatch(
                each -> each.kind().equals(policy.kind()) && each.path().equals(policy.path()));
    return namespace && !moved && !sides.workloadGoes(policy.namespace(), policy.name());
  }

  private static Stream<Risk> properties(Sides sides) {
    return sides.changes(change -> change.before() != null && change.after() != null).stream()
        .flatMap(
            change -> change.properties().stream().flatMap(each -> weaker(change, each).stream()));
  }

  private static Optional<Risk> weaker(Change change, PropertyChange property) {
    String field = property.path().last();
    JsonNode after = property.after();
    if (SAFE.containsKey(field) && isWeaker(field, property)) {
      return Optional.of(risk(change.name(), "%s is %s.".formatted(property.path(), text(after))));
    }
    if (field.equals(POD_SECURITY) && level(after.asText()) > level(property.before().asText())) {
      return Optional.of(
          risk(
              change.name(),
              "pods are held to %s instead of %s."
                  .formatted(text(after), property.before().asText())));
    }
    if (property.path().toString().endsWith("capabilities.add") && !after.isMissingNode()) {
      return Optional.of(risk(change.name(), "%s is %s.".formatted(property.path(), after)));
    }
    boolean off = after.isMissingNode() || after.isBoolean() && !after.asBoolean();
    if (off && ENCRYPTION.matcher(property.path().toString()).matches()) {
      return Optional.of(
          risk(
              change.name(),
              "%s is no longer set: it is not encrypted so.".formatted(property.path())));
    }
    return Optional.empty();
  }

  private static boolean isWeaker(String field, PropertyChange property) {
    boolean safe = SAFE.get(field);
    return safe
        ? property.before().asBoolean() && !property.after().asBoolean()
        : property.after().asBoolean();
  }

  /** Nothing enforced is the weakest. */
  private static int level(String text) {
    int level = LEVELS.indexOf(text);
    return level < 0 ? LEVELS.size() : level;
  }

  private static String text(JsonNode value) {
    return value.isMissingNode() ? "no longer set" : value.asText();
  }

  private static Risk risk(String what, String why) {
    return new Risk(Category.SECURITY, what, why);
  }
}
