package com.onlinestore.components.cluster.aws;

import com.onlinestore.components.kubernetes.Manifests;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One statement of an IAM policy.
 *
 * @param sid what it is for
 * @param effect {@code Allow} or {@code Deny}
 * @param principal who it is about, as kind to name; empty in a policy of a role, which is about
 *     the role
 * @param actions as in {@code ec2:DescribeVpcs}
 * @param resources ARNs; empty in a trust policy
 * @param conditions operator to key to value
 */
record Statement(
    String sid,
    String effect,
    Map<String, String> principal,
    List<String> actions,
    List<String> resources,
    Map<String, Map<String, String>> conditions) {

  private static final String ALLOW = "Allow";

  /** Permits actions, on nothing yet. */
  static Statement allow(String sid, String... actions) {
    return new Statement(sid, ALLOW, Map.of(), List.of(actions), List.of(), Map.of());
  }

  /** Lets one of Amazon's services take on the role. */
  static Statement trust(String sid, String service, String... actions) {
    return new Statement(
        sid, ALLOW, Map.of("Service", service), List.of(actions), List.of(), Map.of());
  }

  /** Forbids actions to everybody, in the policy of a resource. */
  static Statement deny(String sid, String... actions) {
    return new Statement(sid, "Deny", Map.of("AWS", "*"), List.of(actions), List.of(), Map.of());
  }

  /** The same on resources. */
  Statement on(String... arns) {
    return new Statement(sid, effect, principal, actions, List.of(arns), conditions);
  }

  /** The same under one more condition. */
  Statement when(String operator, String key, String value) {
    Map<String, Map<String, String>> more = new TreeMap<>(conditions);
    more.merge(operator, Map.of(key, value), Statement::both);
    return new Statement(
        sid, effect, principal, actions, resources, Collections.unmodifiableMap(more));
  }

  /** A policy document in one line, its keys in order, so that equal policies are equal text. */
  static String document(Statement... statements) {
    return Manifests.toJson(
        Map.of(
            "Version",
            "2012-10-17",
            "Statement",
            List.of(statements).stream().map(Statement::map).toList()));
  }

  private Map<String, Object> map() {
    Map<String, Object> map = new TreeMap<>();
    map.put("Sid", sid);
    map.put("Effect", effect);
    map.put("Action", actions);
    if (!principal.isEmpty()) {
      map.put("Principal", principal);
    }
    if (!resources.isEmpty()) {
      map.put("Resource", resources);
    }
    if (!conditions.isEmpty()) {
      map.put("Condition", conditions);
    }
    return map;
  }

  private static Map<String, String> both(Map<String, String> one, Map<String, String> other) {
    Map<String, String> both = new TreeMap<>(one);
    both.putAll(other);
    return both;
  }
}
