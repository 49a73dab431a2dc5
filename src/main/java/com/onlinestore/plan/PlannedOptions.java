package com.onlinestore.plan;

import java.util.List;

/**
 * What the program asked the engine to do with a resource, besides creating it.
 *
 * @param protect whether the engine refuses to delete it; inherited from the parent, default false
 * @param retainOnDelete whether it stays where it is when the engine forgets it; default false
 * @param ignoreChanges paths of inputs whose changes are somebody else's business, sorted
 * @param replaceOnChanges paths of inputs whose change replaces it, whatever its provider says,
 *     sorted
 * @param adopts id of what is there already and is taken over; empty where it is created
 * @param aliases URNs it had before, so that a rename is no replacement; sorted
 */
public record PlannedOptions(
    boolean protect,
    boolean retainOnDelete,
    List<String> ignoreChanges,
    List<String> replaceOnChanges,
    String adopts,
    List<String> aliases) {

  /** Nothing in particular. */
  public static final PlannedOptions NONE =
      new PlannedOptions(false, false, List.of(), List.of(), "", List.of());

  /** Copies the lists. */
  public PlannedOptions {
    ignoreChanges = List.copyOf(ignoreChanges);
    replaceOnChanges = List.copyOf(replaceOnChanges);
    aliases = List.copyOf(aliases);
  }
}
