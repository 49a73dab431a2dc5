package com.onlinestore.plan;

/**
 * The engine's name of a resource: {@code urn:pulumi:<stack>::<project>::<type>::<name>}.
 *
 * @param type the type tokens of the components around it and its own, joined by {@code $}
 * @param name the name in the program; may itself contain {@code ::}
 */
public record Urn(String stack, String project, String type, String name) {

  private static final String PREFIX = "urn:pulumi:";
  private static final String SEPARATOR = "::";

  /** Reads a URN; fails with an {@link IllegalArgumentException} on any other text. */
  public static Urn parse(String text) {
    String[] parts = text.split(SEPARATOR, 4);
    if (!text.startsWith(PREFIX) || parts.length < 4) {
      throw new IllegalArgumentException("Not a URN: " + text);
    }
    return new Urn(parts[0].substring(PREFIX.length()), parts[1], parts[2], parts[3]);
  }

  /** The URN of a resource below this one; the stack's own type is not part of it. */
  public Urn child(String childType, String childName) {
    boolean top = type.equals("pulumi:pulumi:Stack");
    return new Urn(stack, project, top ? childType : type + "$" + childType, childName);
  }

  @Override
  public String toString() {
    return PREFIX + String.join(SEPARATOR, stack, project, type, name);
  }
}
