package com.onlinestore.review.difference;

import com.onlinestore.plan.Plan;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a change would do to a stack: two plans compared as the engine compares a program with its
 * state.
 *
 * <p>The trap: a plan is what the program asks for. What somebody changed in the cluster by hand,
 * and whatever a provider fills in, is not in it; {@code pulumi preview} knows of those. Secrets
 * are masked on both sides, so a new secret value is no difference.
 *
 * @param before the plan compared with
 * @param after the plan of the change
 * @param changes what differs, the most dangerous kinds first
 */
public record Difference(Plan before, Plan after, List<Change> changes) {

  /** Copies the list. */
  public Difference {
    changes = List.copyOf(changes);
  }

  /** Compares two plans. */
  public static Difference between(Plan before, Plan after) {
    return new Difference(before, after, new Comparison(before, after).changes());
  }

  /** How many resources each kind of change meets; kinds without any are left out. */
  public Map<Change.Kind, Long> counts() {
    return changes.stream()
        .collect(
            Collectors.groupingBy(
                Change::kind, () -> new EnumMap<>(Change.Kind.class), Collectors.counting()));
  }

  /** Changes of one kind, by what people call the resource. */
  public List<Change> of(Change.Kind kind) {
    return changes.stream().filter(change -> change.kind() == kind).toList();
  }
}
