package com.onlinestore.plan;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * One resource the program would create, as it told the engine.
 *
 * <p>Use it to show, check or compare a plan. The trap: inputs are what the program sent, before
 * any provider fills in defaults, so an absent field is not an empty one.
 *
 * @param urn the engine's name for it, unique within the stack
 * @param type type token, as in {@code kubernetes:apps/v1:Deployment}
 * @param name the name it has in the program, not the name in the cluster
 * @param parent URN of the component or resource it belongs to; null for the stack alone
 * @param provider URN of the explicit provider; null where the program passed none
 * @param dependencies URNs of what must exist before it, from {@code dependsOn} and from values,
 *     sorted; parent and provider are not repeated here
 * @param protect whether the engine refuses to delete it; inherited from the parent, default false
 * @param custom true for a resource of a provider, false for a component
 * @param aliases URNs it had before, so that a rename is no replacement; sorted
 * @param ignored paths of inputs that an update leaves as they are, as in {@code spec.replicas}
 * @param inputs an object with sorted keys; unknown values are {@code "<computed>"}, secret ones
 *     {@code "<secret>"}, and what a cloud gives out is named after its resource, as in {@code
 *     "<store-key.arn>"}
 */
public record PlannedResource(
    String urn,
    String type,
    String name,
    String parent,
    String provider,
    List<String> dependencies,
    boolean protect,
    boolean custom,
    List<String> aliases,
    List<String> ignored,
    JsonNode inputs) {

  /** What stands for a value that only the deployment knows and that has no readable stand-in. */
  public static final String COMPUTED = "<computed>";

  /** What stands for a value that nobody may see. */
  public static final String SECRET = "<secret>";

  /** Copies the lists. */
  public PlannedResource {
    dependencies = List.copyOf(dependencies);
    aliases = List.copyOf(aliases);
    ignored = List.copyOf(ignored);
  }

  /** A resource of which an update leaves nothing as it is. */
  public PlannedResource(
      String urn,
      String type,
      String name,
      String parent,
      String provider,
      List<String> dependencies,
      boolean protect,
      boolean custom,
      List<String> aliases,
      JsonNode inputs) {
    this(
        urn,
        type,
        name,
        parent,
        provider,
        dependencies,
        protect,
        custom,
        aliases,
        List.of(),
        inputs);
  }

  /** The type without its package and module, as in {@code Deployment} or {@code Provider}. */
  public String kind() {
    return isProvider() ? "Provider" : type.substring(type.lastIndexOf(':') + 1);
  }

  /** Whether this is the stack itself, the root of the tree. */
  public boolean isStack() {
    return type.equals("pulumi:pulumi:Stack");
  }

  /** Whether this is a provider, through which other resources are created. */
  public boolean isProvider() {
    return type.startsWith("pulumi:providers:");
  }

  /** Whether this is a component: a group of resources that itself costs nothing. */
  public boolean isComponent() {
    return !custom && !isStack();
  }
}
