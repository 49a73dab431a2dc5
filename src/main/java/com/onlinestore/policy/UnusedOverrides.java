package com.onlinestore.policy;

import com.onlinestore.components.settings.Nearest;
import com.onlinestore.plan.Plan;
import java.util.ArrayList;
import java.util.List;

/** Overrides of a stack file that name nothing the program makes. */
public final class UnusedOverrides {

  private static final String RULE = "overrides/unused";

  private UnusedOverrides() {}

  /**
   * A finding for each override without an object or a release of {@code plan}.
   *
   * @param overrides what they name, as in {@code Deployment store/orders-v1}
   */
  public static List<Finding> in(Plan plan, List<String> overrides) {
    PolicyContext context = PolicyContext.of(plan);
    List<String> names =
        plan.resources().stream()
            .filter(resource -> resource.custom() && !resource.isProvider())
            .map(context::nameOf)
            .toList();
    List<Finding> findings = new ArrayList<>();
    for (int i = 0; i < overrides.size(); i++) {
      String of = overrides.get(i);
      if (!names.contains(of)) {
        findings.add(
            new Finding(
                RULE,
                Severity.MANDATORY,
                "",
                of,
                "overrides[%d].of: \"%s\" is nothing that this stack makes.%s"
                    .formatted(i, of, Nearest.didYouMean(of, names)),
                "Somebody relies on the override, and it does nothing.",
                "Name the object as the plan does, or remove the override.",
                null));
      }
    }
    return findings;
  }
}
