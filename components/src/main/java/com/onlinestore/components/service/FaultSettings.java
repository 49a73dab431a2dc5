package com.onlinestore.components.service;

import static com.onlinestore.components.settings.Checks.copy;
import static com.onlinestore.components.settings.Checks.or;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import com.onlinestore.components.settings.Problem;
import com.onlinestore.components.settings.Problems;
import java.util.List;

/**
 * Failures on purpose, to see how callers bear them. They hit only requests with a header, so that
 * nobody meets them by chance.
 *
 * <pre>{@code
 * var faults =
 *     new FaultSettings(
 *         false, List.of(new Fault("x-fault", "slow", 100, TimeSpan.of("2s"), null)));
 * }</pre>
 *
 * @param allowInProd says a second time that they are wanted where customers are; default false
 * @param rules the first whose header fits is taken
 */
public record FaultSettings(
    @JsonPropertyDescription(
            "true: also in the profile prod, which refuses faults otherwise. Default: false.")
        Boolean allowInProd,
    @JsonPropertyDescription(
            "What happens to requests with a header; the first that fits is taken.")
        List<Fault> rules) {

  /** No faults. */
  public static final FaultSettings NONE = new FaultSettings(null, null);

  /** Fills in the defaults. */
  public FaultSettings {
    allowInProd = or(allowInProd, false);
    rules = copy(rules);
  }

  /** What is wrong with its rules. */
  List<Problem> problems() {
    Problems problems = new Problems();
    for (int i = 0; i < rules.size(); i++) {
      problems.addAll("rules[" + i + "]", rules.get(i).problems());
    }
    return problems.list();
  }
}
