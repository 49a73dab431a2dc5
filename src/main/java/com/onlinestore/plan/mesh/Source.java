package com.onlinestore.plan.mesh;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a rule of an AuthorizationPolicy says of callers. */
record Source(JsonNode json, Inventory inventory) {

  private static final Pattern PRINCIPAL = Pattern.compile("[^/]+/ns/([^/]+)/sa/([^/]+)");
  private static final Pattern ACCOUNT = Pattern.compile("(?:([^/]+)/)?([^/]+)");

  /** The fields that name callers; where there are several, a caller must meet all of them. */
  private static final List<String> WHO = List.of("principals", "serviceAccounts", "namespaces");

  List<Node> callers() {
    return switch (who()) {
      case "principals" -> each("principals").flatMap(text -> account(PRINCIPAL, text)).toList();
      case "serviceAccounts" ->
          each("serviceAccounts").flatMap(text -> account(ACCOUNT, text)).toList();
      case "namespaces" ->
          each("namespaces").map(name -> Node.callers(name, "anyone")).distinct().toList();
      default -> List.of(Node.ANYONE);
    };
  }

  List<String> conditions() {
    return Conditions.but(Set.of(who()), json);
  }

  private String who() {
    return WHO.stream().filter(field -> !json.path(field).isEmpty()).findFirst().orElse("");
  }

  private Stream<String> each(String field) {
    return Json.texts(json.path(field)).stream();
  }

  private Stream<Node> account(Pattern form, String text) {
    if (text.equals("*")) {
      return Stream.of(Node.callers("", "anyone in the mesh"));
    }
    Matcher parts = form.matcher(text);
    if (!parts.matches() || text.contains("*") || parts.group(1) == null) {
      return Stream.of(Node.callers("", text));
    }
    List<Node> known =
        inventory.running(parts.group(1), parts.group(2)).stream()
            .map(Node::of)
            .distinct()
            .toList();
    return known.isEmpty()
        ? Stream.of(Node.callers(parts.group(1), parts.group(2)))
        : known.stream();
  }
}
