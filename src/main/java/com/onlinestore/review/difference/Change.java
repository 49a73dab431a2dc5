package com.onlinestore.review.difference;

import com.onlinestore.plan.PlannedResource;
import com.onlinestore.plan.ResourceName;
import java.util.List;

/**
 * What happens to one resource.
 *
 * @param kind what the engine would do
 * @param before as it was; null where it is new
 * @param after as it is to be; null where it goes
 * @param properties what differs in its inputs, without what the program leaves to others
 * @param forcedBy why it is replaced and not updated; empty where it is not
 * @param effect what follows for what runs, as in {@code pods restart}; empty for nothing
 */
public record Change(
    Kind kind,
    PlannedResource before,
    PlannedResource after,
    List<PropertyChange> properties,
    List<String> forcedBy,
    String effect) {

  /** What the engine would do. */
  public enum Kind {
    /** Delete. */
    REMOVE("removed", "-"),
    /** Delete and create. */
    REPLACE("replaced", "±"),
    /** Update in place. */
    UPDATE("changed", "~"),
    /** Create. */
    ADD("added", "+"),
    /** Nothing but to remember it by another name. */
    RENAME("renamed", "→");

    private final String word;
    private final String sign;

    Kind(String word, String sign) {
      this.word = word;
      this.sign = sign;
    }

    /** As in {@code 3 changed}. */
    public String word() {
      return word;
    }

    /** One character for it. */
    public String sign() {
      return sign;
    }
  }

  /** Copies the lists. */
  public Change {
    properties = List.copyOf(properties);
    forcedBy = List.copyOf(forcedBy);
  }

  /** The resource as it is to be, or as it was where it goes. */
  public PlannedResource resource() {
    return after == null ? before : after;
  }

  /** Whether it has another name in the program than before. */
  public boolean renamed() {
    return before != null && after != null && !before.urn().equals(after.urn());
  }

  /** Whether what it was ends: it is removed or replaced. */
  public boolean ends() {
    return kind == Kind.REMOVE || kind == Kind.REPLACE;
  }

  /** What it is, as people call it: {@code Deployment store/orders-v1}. */
  public String name() {
    return ResourceName.of(resource());
  }
}
