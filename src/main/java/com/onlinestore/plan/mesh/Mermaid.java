package com.onlinestore.plan.mesh;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A call graph as a Mermaid flowchart, which many wikis and code hosts draw. Equal graphs give
 * equal text.
 */
public final class Mermaid {

  private Mermaid() {}

  /** The chart; each namespace is a subgraph, and so is what is outside. */
  public static String of(CallGraph graph) {
    List<String> lines = new ArrayList<>(List.of("flowchart LR"));
    Map<Group, List<Node>> groups =
        graph.nodes().stream()
            .collect(Collectors.groupingBy(Group::of, TreeMap::new, Collectors.toList()));
    groups.forEach((group, nodes) -> lines.addAll(subgraph(group, nodes)));
    graph.calls().forEach(call -> lines.add("  " + arrow(call, "-->")));
    graph.refusals().forEach(call -> lines.add("  " + arrow(call, "--x")));
    return String.join("\n", lines) + "\n";
  }

  private static List<String> subgraph(Group group, List<Node> nodes) {
    List<String> lines = new ArrayList<>();
    if (group.kind() == Node.Kind.CALLERS) {
      nodes.forEach(node -> lines.add("  " + shape(node, node.toString())));
      return lines;
    }
    lines.add("  subgraph %s[%s]".formatted(id("group", group.toString()), text(group.title())));
    nodes.forEach(node -> lines.add("    " + shape(node, node.name())));
    lines.add("  end");
    return lines;
  }

  private static String shape(Node node, String label) {
    String form =
        switch (node.kind()) {
          case CALLERS -> "%s((%s))";
          case GATEWAY -> "%s{{%s}}";
          case SERVICE -> "%s[%s]";
          case HOST -> "%s([%s])";
        };
    return form.formatted(id(node), text(label));
  }

  private static String arrow(Call call, String arrow) {
    String label =
        Stream.of(call.methods(), call.paths(), call.ports(), call.conditions())
            .filter(part -> !part.isEmpty())
            .map(part -> String.join(", ", part))
            .collect(Collectors.joining(" "));
    return id(call.from())
        + " "
        + arrow
        + (label.isEmpty() ? "" : "|" + text(label) + "|")
        + " "
        + id(call.to());
  }

  private static String id(Node node) {
    return id(node.kind().name().toLowerCase(Locale.ROOT), node.toString());
  }

  /** Safe for any name: the chart's own words, such as end, never stand alone. */
  private static String id(String kind, String name) {
    StringBuilder id = new StringBuilder(kind).append('_');
    name.chars()
        .forEach(
            c ->
                id.append(
                    c >= 'a' && c <= 'z' || c >= '0' && c <= '9'
                        ? String.valueOf((char) c)
                        : "_" + Integer.toHexString(c) + "_"));
    return id.toString();
  }

  /** Quoted, so that brackets and words of the chart are text; quotes are written as entities. */
  private static String text(String text) {
    return '"' + text.replace("#", "#35;").replace("\"", "#quot;") + '"';
  }

  /** Nodes that stand together. */
  private record Group(Node.Kind kind, String namespace) implements Comparable<Group> {

    static Group of(Node node) {
      return new Group(node.kind(), node.kind() == Node.Kind.CALLERS ? "" : node.namespace());
    }

    String title() {
      return switch (kind) {
        case GATEWAY -> "gateway: " + namespace;
        case HOST -> "outside";
        default -> namespace;
      };
    }

    @Override
    public int compareTo(Group other) {
      int byKind = kind.compareTo(other.kind);
      return byKind == 0 ? namespace.compareTo(other.namespace) : byKind;
    }

    @Override
    public String toString() {
      return kind.name().toLowerCase(Locale.ROOT) + " " + namespace;
    }
  }
}
