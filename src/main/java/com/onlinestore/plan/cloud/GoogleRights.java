package com.onlinestore.plan.cloud;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Rights in Google Cloud: which member has which role, and on what. */
final class GoogleRights {

  private static final int PERMISSIONS = 6;
  private static final Pattern MEMBER = Pattern.compile("(?i)gcp:.*IAM(Member|Binding)");
  private static final Pattern WORKLOAD =
      Pattern.compile("serviceAccount:[^\\[]+\\.svc\\.id\\.goog\\[(.+)]");

  // Which input says what a role is on; the narrower before the project it is in.
  private static final List<Map.Entry<String, String>> ON =
      List.of(
          Map.entry("serviceAccountId", "service account"),
          Map.entry("cryptoKeyId", "key"),
          Map.entry("keyRingId", "key ring"),
          Map.entry("secretId", "secret"),
          Map.entry("bucket", "bucket"),
          Map.entry("repository", "repository"),
          Map.entry("topic", "topic"),
          Map.entry("subscription", "subscription"),
          Map.entry("folder", "folder"),
          Map.entry("orgId", "organization"),
          Map.entry("project", "project"));

  private GoogleRights() {}

  static List<Right> of(CloudResource resource) {
    JsonNode inputs = resource.inputs();
    if (resource.type().endsWith(":IAMCustomRole")) {
      String permissions = Words.some(Words.texts(inputs.path("permissions")), PERMISSIONS);
      return List.of(new Right("role " + resource.name(), "may " + permissions));
    }
    return MEMBER.matcher(resource.type()).matches()
        ? Words.texts(inputs.path(inputs.has("members") ? "members" : "member")).stream()
            .map(member -> new Right(who(member), what(resource)))
            .toList()
        : List.of();
  }

  private static String what(CloudResource resource) {
    String condition = resource.inputs().at("/condition/expression").asText("");
    return "has %s on %s%s"
        .formatted(
            role(resource.text("role")),
            on(resource),
            condition.isEmpty() ? "" : " if " + condition);
  }

  private static String role(String role) {
    return role.startsWith("<") ? "role " + Words.owner(role) : role;
  }

  private static String on(CloudResource resource) {
    return ON.stream()
        .filter(input -> resource.inputs().hasNonNull(input.getKey()))
        .map(input -> input.getValue() + " " + Words.owner(resource.text(input.getKey())))
        .findFirst()
        .orElse("the provider's project");
  }

  private static String who(String member) {
    Matcher workload = WORKLOAD.matcher(member);
    if (workload.matches()) {
      return "service account " + workload.group(1);
    }
    if (member.equals("allUsers")) {
      return "anybody";
    }
    String[] parts = member.split(":", 2);
    return parts.length == 2 && parts[1].startsWith("<")
        ? Words.owner(parts[1])
        : Words.owner(member);
  }
}
