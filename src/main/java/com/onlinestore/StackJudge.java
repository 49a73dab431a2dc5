package com.onlinestore;

import com.onlinestore.components.kubernetes.OverrideSettings;
import com.onlinestore.config.StackFile;
import com.onlinestore.config.StackSettings;
import com.onlinestore.plan.Plan;
import com.onlinestore.policy.Policies;
import com.onlinestore.policy.UnusedOverrides;
import com.onlinestore.review.report.Judged;
import java.time.LocalDate;
import java.util.Map;

/**
 * What policies and the stack file itself say of a plan, the same in {@code plan} and in an update.
 */
final class StackJudge {

  private StackJudge() {}

  /**
   * Judges the plan of a stack whose file was read before.
   *
   * @param config the stack's configuration by full key
   * @param today the day that waivers of policies are held against
   */
  static Judged of(Plan plan, Map<String, String> config, Policies policies, LocalDate today) {
    StackSettings settings = StackFile.settings(config);
    return Judged.of(plan, settings.policies().waivers(), policies, today)
        .with(
            UnusedOverrides.in(
                plan, settings.overrides().stream().map(OverrideSettings::of).toList()));
  }
}
