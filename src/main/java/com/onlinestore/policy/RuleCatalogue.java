package com.onlinestore.policy;

import java.util.List;

/**
 * Rules that belong together.
 *
 * <p>Use it to add your own: a public class with a constructor without parameters, named in {@code
 * META-INF/services/com.onlinestore.policy.RuleCatalogue} of any jar or module on the class path.
 * The trap: without that file nobody finds it, and nobody says so.
 */
public interface RuleCatalogue {

  /** The rules, in the order in which they are documented; no two of all catalogues share an id. */
  List<Rule> rules();
}
