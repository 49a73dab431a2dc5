package com.onlinestore.policy;

import com.onlinestore.components.settings.Nearest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The waivers of a stack on a day: which of them hold, and which of them did anything. */
final class WaiverBook {

  static final String EXPIRED = "waivers/expired";
  static final String UNUSED = "waivers/unused";
  static final String UNKNOWN_RULE = "waivers/unknown-rule";

  private final List<Waiver> waivers;
  private final List<String> ids;
  private final LocalDate today;
  private final Set<Waiver> used = new HashSet<>();

  WaiverBook(List<Waiver> waivers, List<Rule> rules, LocalDate today) {
    this.waivers = List.copyOf(waivers);
    this.ids = rules.stream().map(Rule::id).toList();
    this.today = today;
  }

  /** The finding with the first waiver that covers it today, or as it is. */
  Finding applied(Finding finding) {
    List<Waiver> about = waivers.stream().filter(each -> each.covers(finding)).toList();
    used.addAll(about);
    return about.stream()
        .filter(waiver -> !waiver.isExpired(today))
        .findFirst()
        .map(finding::waivedBy)
        .orElse(finding);
  }

  /** What is wrong with the waivers themselves, once all findings were applied. */
  List<Finding> findings() {
    List<Finding> all = new ArrayList<>();
    for (int i = 0; i < waivers.size(); i++) {
      Waiver waiver = waivers.get(i);
      String path = "policies.waivers[%d]".formatted(i);
      if (waiver.isExpired(today)) {
        all.add(
            new Finding(
                EXPIRED,
                Severity.MANDATORY,
                "",
                waiver.resource(),
                "%s.until: %s, the waiver of %s for %s ended and waives nothing; it is %s's."
                    .formatted(
                        path, waiver.until(), waiver.rule(), waiver.resource(), waiver.owner()),
                "An exception that nobody looks at again becomes the rule.",
                "Fix what it was for and remove it, or let its owner renew it with a later day.",
                null));
      } else if (!ids.contains(waiver.rule())) {
        all.add(
            advice(
                UNKNOWN_RULE,
                waiver,
                "%s.rule: \"%s\" is no rule, so it waives nothing.%s"
                    .formatted(path, waiver.rule(), Nearest.didYouMean(waiver.rule(), ids))));
      } else if (!used.contains(waiver)) {
        all.add(
            advice(
                UNUSED,
                waiver,
                "%s: nothing breaks %s at \"%s\", so it waives nothing."
                    .formatted(path, waiver.rule(), waiver.resource())));
      }
    }
    return all;
  }

  private static Finding advice(String rule, Waiver waiver, String message) {
    return new Finding(
        rule,
        Severity.ADVISORY,
        "",
        waiver.resource(),
        message,
        "A waiver that does nothing hides the next finding of its kind.",
        "Correct rule and resource as the finding shows them, or remove the waiver.",
        null);
  }
}
