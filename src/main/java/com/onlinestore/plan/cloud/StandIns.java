package com.onlinestore.plan.cloud;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Readable texts in the place of what only a cloud gives out: {@code <store-key.arn>}. With them a
 * policy made from the ARN of another resource is readable in a plan, and a reference shows where
 * it comes from.
 *
 * <p>The trap: a program that takes an ARN or an id apart finds no parts in a stand-in.
 */
public final class StandIns {

  private static final List<String> ANY_CLOUD = List.of("name", "arn");
  private static final List<String> GOOGLE = List.of("email", "member", "selfLink");

  private static final Map<String, Map<String, String>> ANSWERS =
      Map.of(
          "aws:eks/getAddonVersion:getAddonVersion", Map.of("version", "<recommended version>"),
          "gcp:organizations/getProject:getProject", Map.of("number", "<project number>"));

  private StandIns() {}

  /** Whether a custom resource of this type belongs to a cloud. */
  public static boolean areFor(String type) {
    return !type.startsWith("kubernetes:") && !type.startsWith("pulumi:");
  }

  /** What stands for the id of the resource with this name in the program. */
  public static String id(String name) {
    return text(name, "id");
  }

  /** What stands for properties that are no inputs, by property. */
  public static Map<String, String> properties(String type, String name) {
    Map<String, String> texts = new LinkedHashMap<>();
    ANY_CLOUD.forEach(property -> texts.put(property, text(name, property)));
    if (type.startsWith("gcp:")) {
      GOOGLE.forEach(property -> texts.put(property, text(name, property)));
    }
    return texts;
  }

  /** What stands for the answer of a function that only a cloud can give, by property. */
  public static Map<String, String> answer(String function) {
    return ANSWERS.getOrDefault(function, Map.of());
  }

  private static String text(String name, String property) {
    return "<" + name + "." + property + ">";
  }
}
