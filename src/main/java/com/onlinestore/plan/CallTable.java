package com.onlinestore.plan;

import com.onlinestore.plan.mesh.Call;
import com.onlinestore.plan.mesh.CallGraph;
import com.onlinestore.plan.mesh.Node;
import java.util.ArrayList;
import java.util.List;

/** Who may call whom, one line for each edge of the graph. */
final class CallTable {

  private CallTable() {}

  static List<String> allowed(CallGraph graph) {
    List<String> lines = new ArrayList<>(lines(graph.calls()));
    if (!lines.isEmpty()) {
      lines.add("  As a Mermaid flowchart: %s beside the manifests.".formatted(PlanFolder.GRAPH));
    }
    return lines;
  }

  static List<String> refused(CallGraph graph) {
    return lines(graph.refusals());
  }

  private static List<String> lines(List<Call> calls) {
    boolean conditional = calls.stream().anyMatch(call -> !call.conditions().isEmpty());
    TextTable table =
        new TextTable("from", "to", "port", "methods", "paths", conditional ? "if" : "");
    calls.forEach(
        call -> {
          boolean outside = call.to().kind() == Node.Kind.HOST;
          table.add(
              call.from().toString(),
              call.to().toString(),
              orAny(call.ports()),
              outside ? "" : orAny(call.methods()),
              outside ? "" : orAny(call.paths()),
              String.join(", ", call.conditions()));
        });
    return table.lines();
  }

  private static String orAny(List<String> values) {
    return values.isEmpty() ? "any" : String.join(", ", values);
  }
}
