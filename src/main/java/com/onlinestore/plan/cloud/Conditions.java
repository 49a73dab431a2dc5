package com.onlinestore.plan.cloud;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The conditions of a statement of an AWS policy, all of which must hold. */
final class Conditions {

  private static final Map<String, String> OPERATORS =
      Map.ofEntries(
          Map.entry("StringEquals", "="),
          Map.entry("StringEqualsIgnoreCase", "="),
          Map.entry("ArnEquals", "="),
          Map.entry("Bool", "="),
          Map.entry("NumericEquals", "="),
          Map.entry("IpAddress", "in"),
          Map.entry("StringLike", "like"),
          Map.entry("ArnLike", "like"),
          Map.entry("StringNotEquals", "is not"),
          Map.entry("ArnNotEquals", "is not"),
          Map.entry("NotIpAddress", "not in"),
          Map.entry("StringNotLike", "is not like"),
          Map.entry("ArnNotLike", "is not like"));

  // What EKS says of the pod that asks for a role.
  private static final Map<String, String> POD =
      Map.of(
          "aws:RequestTag/kubernetes-namespace", "namespace",
          "aws:RequestTag/kubernetes-service-account", "service account",
          "aws:RequestTag/eks-cluster-arn", "cluster",
          "aws:RequestTag/eks-cluster-name", "cluster");

  private Conditions() {}

  /** {@code " if a = b and c like d*"}; empty where there are none. */
  static String text(JsonNode conditions) {
    List<String> all = new ArrayList<>();
    for (Map.Entry<String, JsonNode> operator : conditions.properties()) {
      for (Map.Entry<String, JsonNode> key : operator.getValue().properties()) {
        all.add(text(operator.getKey(), key.getKey(), Words.texts(key.getValue())));
      }
    }
    return all.isEmpty() ? "" : " if " + Words.and(all);
  }

  private static String text(String operator, String key, List<String> values) {
    String subject = subject(key);
    if (operator.equals("Null")) {
      return subject + (values.contains("true") ? " is absent" : " is present");
    }
    boolean absent = operator.endsWith("IfExists");
    String set = operator.contains(":") ? operator.substring(0, operator.indexOf(':')) : "";
    String plain = operator.substring(operator.indexOf(':') + 1).replace("IfExists", "");
    return switch (set) {
          case "ForAllValues" -> "all of ";
          case "ForAnyValue" -> "any of ";
          default -> "";
        }
        + "%s %s %s".formatted(subject, OPERATORS.getOrDefault(plain, plain), Words.or(values))
        + (absent ? " or is absent" : "");
  }

  // The issuer of an OIDC token is part of the key; the principal says it already.
  private static String subject(String key) {
    if (key.endsWith(":sub")) {
      return "subject";
    }
    return key.endsWith(":aud") ? "audience" : POD.getOrDefault(key, key);
  }
}
