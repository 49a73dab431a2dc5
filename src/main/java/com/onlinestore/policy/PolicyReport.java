package com.onlinestore.policy;

import com.onlinestore.plan.TextLayout;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Findings as text for the terminal, in the manner of {@link com.onlinestore.plan.PlanReport}. */
public final class PolicyReport {

  private static final String INDENT = "    ";
  private static final String REFUSAL = "Mandatory policies are broken, so nothing was created:\n";
  private static final String REST = "      ";

  /** How many objects of one advisory rule are shown. */
  private static final int ADVICE = 3;

  private PolicyReport() {}

  /** A section with its heading; empty where nothing was found. */
  public static String of(List<Finding> findings) {
    if (findings.isEmpty()) {
      return "";
    }
    List<String> lines = new ArrayList<>(List.of("Policy findings"));
    lines.addAll(open(findings.stream().filter(finding -> !finding.isWaived()).toList()));
    lines.addAll(waived(findings.stream().filter(Finding::isWaived).toList()));
    return String.join("\n", lines) + "\n";
  }

  /** The findings that stop an update as the one message that shows them; empty where none does. */
  public static String refusal(List<Finding> findings) {
    List<Finding> stopping = findings.stream().filter(Finding::stops).toList();
    return stopping.isEmpty() ? "" : REFUSAL + String.join("\n", open(stopping));
  }

  private static List<String> open(List<Finding> findings) {
    Map<String, List<Finding>> byRule =
        findings.stream()
            .collect(Collectors.groupingBy(Finding::rule, LinkedHashMap::new, Collectors.toList()));
    List<String> lines = new ArrayList<>();
    byRule.forEach(
        (rule, broken) -> {
          Finding first = broken.get(0);
          lines.add("  %s %s".formatted(first.severity().name().toLowerCase(Locale.ROOT), rule));
          int shown = first.severity() == Severity.MANDATORY ? broken.size() : ADVICE;
          broken.stream()
              .limit(shown)
              .forEach(each -> wrap(lines, each.object() + " " + each.message()));
          if (broken.size() > shown) {
            lines.add(INDENT + "and %d more".formatted(broken.size() - shown));
          }
          wrap(lines, "Why: " + first.reason());
          wrap(lines, "Fix: " + first.fix());
        });
    return lines;
  }

  private static List<String> waived(List<Finding> findings) {
    List<String> lines = new ArrayList<>();
    if (!findings.isEmpty()) {
      lines.add("  %d waived".formatted(findings.size()));
    }
    for (Finding finding : findings) {
      Waiver waiver = finding.waiver();
      wrap(
          lines,
          "%s %s until %s by %s: %s"
              .formatted(
                  finding.rule(),
                  finding.object(),
                  waiver.until(),
                  waiver.owner(),
                  waiver.reason()));
    }
    return lines;
  }

  private static void wrap(List<String> lines, String text) {
    lines.addAll(TextLayout.wrapWords(INDENT, REST, text));
  }
}
