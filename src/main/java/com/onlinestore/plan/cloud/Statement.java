package com.onlinestore.plan.cloud;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One statement of an AWS policy. */
record Statement(JsonNode json) {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int RESOURCES = 3;

  /** The statements of a policy; empty where it is known to the deployment alone. */
  static Optional<List<Statement>> of(JsonNode policy) {
    JsonNode document = policy;
    try {
      document = policy.isTextual() ? JSON.readTree(policy.asText()) : policy;
    } catch (JsonProcessingException unknown) {
      return Optional.empty();
    }
    JsonNode statements = document.path("Statement");
    List<Statement> all = new ArrayList<>();
    if (statements.isArray()) {
      statements.forEach(each -> all.add(new Statement(each)));
    } else if (statements.isObject()) {
      all.add(new Statement(statements));
    }
    return document.isObject() ? Optional.of(all) : Optional.empty();
  }

  boolean denies() {
    return json.path("Effect").asText().equals("Deny");
  }

  /** As in {@code may kms:Decrypt} and {@code must not do anything}. */
  String may() {
    String verb = denies() ? "must not " : "may ";
    String all = verb + (denies() ? "do anything" : "do everything");
    if (json.has("NotAction")) {
      return all + " but " + Actions.text(Words.texts(json.path("NotAction")));
    }
    List<String> actions = Words.texts(json.path("Action"));
    return actions.contains("*") ? all : verb + Actions.text(actions);
  }

  String resources() {
    return json.has("NotResource")
        ? "everything but " + Words.some(Words.texts(json.path("NotResource")), RESOURCES)
        : Words.some(Words.texts(json.path("Resource")), RESOURCES);
  }

  /** As {@link Conditions#text}. */
  String conditions() {
    return Conditions.text(json.path("Condition"));
  }

  /** Who it is about; empty in a policy of a role, which is about the role. */
  List<String> principals() {
    JsonNode named = json.path(json.has("NotPrincipal") ? "NotPrincipal" : "Principal");
    List<String> all = new ArrayList<>();
    if (named.isTextual()) {
      all.add("anybody");
    }
    for (Map.Entry<String, JsonNode> kind : named.properties()) {
      Words.texts(kind.getValue()).forEach(text -> all.add(principal(kind.getKey(), text)));
    }
    return json.has("NotPrincipal") ? List.of("anybody but " + Words.and(all)) : all;
  }

  private static String principal(String kind, String text) {
    if (text.equals("*")) {
      return "anybody";
    }
    return switch (kind) {
      case "Service" ->
          text.equals("pods.eks.amazonaws.com") ? "pods (EKS Pod Identity)" : "service " + text;
      case "Federated" ->
          "identities of " + text.replaceFirst(".*:(oidc-provider|saml-provider)/", "");
      default ->
          text.matches("arn:[a-z-]+:iam::[^:]+:root")
              ? "account " + text.split(":")[4]
              : Words.owner(text);
    };
  }
}
