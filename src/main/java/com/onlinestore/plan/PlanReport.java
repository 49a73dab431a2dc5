package com.onlinestore.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A plan as text for the terminal, at most 100 columns wide where names allow it; no colours. */
public final class PlanReport {

  private PlanReport() {}

  /** The whole report, its last line ended. Sections with nothing to say are left out. */
  public static String of(PlanFacts facts) {
    Plan plan = facts.plan();
    List<String> lines = new ArrayList<>();
    lines.add("Plan of stack %s of project %s".formatted(plan.stack(), plan.project()));
    lines.add("");
    lines.addAll(counts(plan));
    section(lines, "Components", ComponentTree.lines(plan));
    section(lines, "Calls", CallTable.allowed(facts.calls()));
    section(lines, "Calls refused whatever else allows them", CallTable.refused(facts.calls()));
    section(lines, "Creation order", CreationSteps.lines(plan));
    section(lines, "Protected", Protection.lines(plan));
    section(lines, "Helm releases", releases(facts.releases()));
    section(lines, "Exposure", Exposure.lines(facts.openings()));
    section(lines, "Exceptions from mutual TLS", PlaintextTable.lines(facts.plaintext()));
    section(lines, "Hosts outside the cluster", Egress.lines(facts.manifests()));
    section(lines, "Rights", RightsTable.lines(facts.rights()));
    section(lines, "Overrides", OverrideTable.lines(facts.deviations()));
    section(lines, "Objectives and alerts", AlertTable.lines(facts.manifests()));
    section(lines, "Replicas and requests", WorkloadTable.lines(facts.workloads()));
    section(lines, "Cost estimate", CostTable.lines(plan));
    section(lines, "Outputs", outputs(plan.outputs()));
    section(lines, "Looked up, so not known before the deployment", indent(plan.lookups()));
    section(lines, "Warnings", indent(plan.warnings()));
    section(lines, "Mistakes in the mesh", mistakes(facts.mistakes()));
    return String.join("\n", lines) + "\n";
  }

  private static List<String> counts(Plan plan) {
    List<PlannedResource> custom =
        plan.resources().stream().filter(PlannedResource::custom).toList();
    long components = plan.resources().stream().filter(PlannedResource::isComponent).count();
    List<String> lines = new ArrayList<>();
    lines.add("  %d resources in %d components".formatted(custom.size(), components));
    lines.addAll(TextLayout.wrap("  ", KindCounts.of(custom)));
    return lines;
  }

  private static List<String> releases(List<PlannedRelease> releases) {
    TextTable table = new TextTable("name", "chart", "version", "namespace", "repository");
    for (PlannedRelease release : releases) {
      table.add(
          release.name(),
          release.chart(),
          release.version(),
          release.namespace(),
          release.repository());
    }
    return table.lines();
  }

  private static List<String> mistakes(List<String> mistakes) {
    return mistakes.stream()
        .flatMap(mistake -> TextLayout.wrapWords("  ", "    ", mistake).stream())
        .toList();
  }

  private static List<String> outputs(Map<String, Object> outputs) {
    TextTable table = new TextTable("name", "value");
    outputs.forEach(
        (name, value) -> {
          if (!OverrideTable.has(name, value)) {
            table.add(name, String.valueOf(value));
          }
        });
    return table.lines();
  }

  private static List<String> indent(List<String> lines) {
    return lines.stream().map(line -> "  " + line).toList();
  }

  private static void section(List<String> lines, String title, List<String> content) {
    if (!content.isEmpty()) {
      lines.add("");
      lines.add(title);
      lines.addAll(content);
    }
  }
}
