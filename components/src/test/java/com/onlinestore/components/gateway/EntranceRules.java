package com.onlinestore.components.gateway;

import static com.onlinestore.components.Selectors.list;
import static com.onlinestore.components.Selectors.map;
import static com.onlinestore.components.Selectors.only;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Which requests a DENY or CUSTOM policy is about, read as Istio documents it: one rule must match,
 * and of that rule one operation and every condition.
 *
 * @param spec of the policy
 * @param port that the requests come to
 */
record EntranceRules(Map<String, Object> spec, int port) {

  private static final String HEADER = "request.headers[";
  private static final String CLAIM = "request.auth.claims[";

  boolean match(Request request) {
    only(spec, "selector", "action", "provider", "rules");
    List<Map<String, Object>> rules = list(spec, "rules");
    return rules.stream().anyMatch(rule -> matches(rule, request));
  }

  private boolean matches(Map<String, Object> rule, Request request) {
    only(rule, "to", "when");
    List<Map<String, Object>> to = list(rule, "to");
    List<Map<String, Object>> when = list(rule, "when");
    return (to.isEmpty() || to.stream().anyMatch(each -> isAsked(map(each, "operation"), request)))
        && when.stream().allMatch(each -> holds(each, request));
  }

  private boolean isAsked(Map<String, Object> operation, Request request) {
    only(operation, "hosts", "notHosts", "ports", "methods", "notMethods", "paths", "notPaths");
    return fits(operation, "hosts", "notHosts", request.host().toLowerCase(Locale.ROOT))
        && fits(operation, "ports", "notPorts", String.valueOf(port))
        && fits(operation, "methods", "notMethods", request.method())
        && fits(operation, "paths", "notPaths", request.pathWithoutQuery());
  }

  private static boolean fits(
      Map<String, Object> part, String values, String notValues, String actual) {
    return fits(part, values, notValues, text -> isLike(text, actual));
  }

  private static boolean fits(
      Map<String, Object> part, String values, String notValues, Predicate<String> like) {
    List<String> any = list(part, values);
    List<String> none = list(part, notValues);
    return (any.isEmpty() || any.stream().anyMatch(like)) && none.stream().noneMatch(like);
  }

  /** What is absent is like nothing, so {@code notValues} alone hold for it. */
  private static boolean holds(Map<String, Object> condition, Request request) {
    only(condition, "key", "values", "notValues");
    String key = (String) condition.get("key");
    if (key.startsWith(HEADER)) {
      String actual = request.headers().get(key.substring(HEADER.length(), key.length() - 1));
      return fits(condition, "values", "notValues", text -> actual != null && isLike(text, actual));
    }
    if (key.startsWith(CLAIM) && !key.contains("][")) {
      List<String> actual =
          request.claims().getOrDefault(key.substring(CLAIM.length(), key.length() - 1), List.of());
      return fits(
          condition,
          "values",
          "notValues",
          text -> actual.stream().anyMatch(each -> isLike(text, each)));
    }
    throw new IllegalArgumentException("Not understood: " + condition);
  }

  private static boolean isLike(String pattern, String actual) {
    if (pattern.endsWith("*")) {
      return actual.startsWith(pattern.substring(0, pattern.length() - 1));
    }
    return pattern.startsWith("*") ? actual.endsWith(pattern.substring(1)) : actual.equals(pattern);
  }
}
