package com.onlinestore.review.risk;

import com.fasterxml.jackson.databind.JsonNode;
import com.onlinestore.plan.Manifest;
import com.onlinestore.review.difference.Change;
import com.onlinestore.review.difference.PropertyChange;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Protections that are gone or weaker. */
final class Protections {

  /** Where the limits of gateways and services are. */
  private static final String LIMITS = "EnvoyFilter";

  private static final Set<String> POLICIES =
      Set.of(
          "NetworkPolicy",
          "AuthorizationPolicy",
          "PeerAuthentication",
          "RequestAuthentication",
          "LimitRange",
          "ResourceQuota",
          LIMITS);
  private static final String POD_SECURITY = "pod-security.kubernetes.io/enforce";
  private static final List<String> LEVELS = List.of("restricted", "baseline", "privileged");

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

  /** Of those, what is safe where nobody sets it. */
  private static final Set<String> OFF_BY_DEFAULT =
      Set.of("privileged", "hostNetwork", "hostPID", "hostIPC");

  private Protections() {}

  static Stream<Risk> in(Sides sides) {
    return Stream.concat(policies(sides), properties(sides));
  }

  private static Stream<Risk> policies(Sides sides) {
    return sides
        .changes(
            change ->
                change.kind() == Change.Kind.REMOVE && POLICIES.contains(change.resource().kind()))
        .stream()
        .filter(
            change -> Manifest.of(change.before()).filter(each -> stays(each, sides)).isPresent())
        .map(
            change ->
                risk(
                    change.name(),
                    change.resource().kind().equals(LIMITS)
                        ? "is removed: what it set in the proxies, such as limits, no longer holds."
                        : "no longer holds: it is removed."));
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
    return namespace && !moved && !sides.workloadGoes(policy);
  }

  private static Stream<Risk> properties(Sides sides) {
    return sides.changesOfWhatStays().stream()
        .flatMap(
            change -> change.properties().stream().flatMap(property -> weaker(change, property)));
  }

  private static Stream<Risk> weaker(Change change, PropertyChange property) {
    List<PropertyChange> parts = property.parts();
    return Stream.concat(
        parts.stream().flatMap(part -> pods(change, part).stream()),
        parts.stream()
            .filter(Encryption::ends)
            .limit(1)
            .map(
                part ->
                    risk(
                        change.name(),
                        part.after().isMissingNode()
                            ? "%s is no longer set: encryption is left to the cloud's default."
                                .formatted(part.path())
                            : "%s is %s: it is not encrypted so."
                                .formatted(part.path(), part.after().asText()))));
  }

  private static Optional<Risk> pods(Change change, PropertyChange part) {
    String field = part.path().lastField();
    JsonNode after = part.after();
    if (SAFE.containsKey(field) && isWeaker(field, part)) {
      return Optional.of(risk(change.name(), "%s is %s.".formatted(part.path(), text(after))));
    }
    if (field.equals(POD_SECURITY) && level(after.asText()) > level(part.before().asText())) {
      return Optional.of(
          risk(
              change.name(),
              "pods are held to %s instead of %s.".formatted(text(after), part.before().asText())));
    }
    boolean more =
        field.equals("add")
            && part.path().outer().lastField().equals("capabilities")
            && StreamSupport.stream(after.spliterator(), false)
                .anyMatch(
                    added ->
                        StreamSupport.stream(part.before().spliterator(), false)
                            .noneMatch(added::equals));
    return more
        ? Optional.of(risk(change.name(), "%s is %s.".formatted(part.path(), after)))
        : Optional.empty();
  }

  /** Whether it is set to the other value, or no longer set where that value is the default. */
  private static boolean isWeaker(String field, PropertyChange part) {
    boolean safe = SAFE.get(field);
    boolean wasSafe = safe ? Flag.isOn(part.before()) : Flag.isOff(part.before());
    boolean isUnsafe = safe ? Flag.isOff(part.after()) : Flag.isOn(part.after());
    boolean wasUnset = part.before().isMissingNode();
    return isUnsafe && (wasSafe || wasUnset)
        || wasSafe && part.after().isMissingNode() && !OFF_BY_DEFAULT.contains(field);
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
