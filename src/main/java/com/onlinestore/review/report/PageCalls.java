package com.onlinestore.review.report;

import com.onlinestore.plan.mesh.Call;
import com.onlinestore.plan.mesh.CallGraph;
import com.onlinestore.plan.mesh.Node;
import com.onlinestore.review.drawing.Drawing;
import com.onlinestore.review.drawing.Layout;
import com.onlinestore.review.drawing.Link;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The call graphs of both sides in one picture. */
record PageCalls(
    int width,
    int height,
    List<Drawing.Frame> frames,
    List<PageCalls.Box> boxes,
    List<PageCalls.Arrow> arrows) {

  /** A node. */
  record Box(
      String kind,
      String namespace,
      String name,
      PageState state,
      int x,
      int y,
      int width,
      int height) {}

  /**
   * An arrow.
   *
   * @param from its box, by position
   * @param to the same
   * @param labels one for each call that it stands for
   */
  record Arrow(
      int from,
      int to,
      boolean refused,
      PageState state,
      List<Label> labels,
      String path,
      int x,
      int y) {}

  /**
   * What a call is about.
   *
   * @param brief what fits on an arrow
   */
  record Label(PageState state, String text, String brief) {}

  /**
   * Draws them.
   *
   * @param before the same as {@code after} where nothing is compared
   */
  static PageCalls of(CallGraph before, CallGraph after) {
    Map<Node, PageState> nodes = PageState.of(before.nodes(), after.nodes());
    Map<Link, List<Label>> links = new TreeMap<>();
    add(links, before.calls(), after.calls(), false);
    add(links, before.refusals(), after.refusals(), true);
    Drawing drawing = Layout.of(new TreeSet<>(nodes.keySet()), links.keySet());
    List<Node> places = drawing.boxes().stream().map(Drawing.Box::node).toList();
    return new PageCalls(
        drawing.width(),
        drawing.height(),
        drawing.frames(),
        drawing.boxes().stream().map(box -> box(box, nodes.get(box.node()))).toList(),
        drawing.arrows().stream()
            .map(arrow -> arrow(arrow, places, links.get(arrow.link())))
            .toList());
  }

  private static void add(
      Map<Link, List<Label>> links, List<Call> before, List<Call> after, boolean refused) {
    PageState.of(before, after)
        .forEach(
            (call, state) ->
                links
                    .computeIfAbsent(Link.of(call, refused), link -> new ArrayList<>())
                    .add(new Label(state, text(call), brief(call))));
  }

  private static Box box(Drawing.Box box, PageState state) {
    Node node = box.node();
    return new Box(
        node.kind().name().toLowerCase(Locale.ROOT),
        node.namespace(),
        node.name(),
        state,
        box.x(),
        box.y(),
        box.width(),
        box.height());
  }

  private static Arrow arrow(Drawing.Arrow arrow, List<Node> places, List<Label> labels) {
    List<PageState> states = labels.stream().map(Label::state).distinct().toList();
    return new Arrow(
        places.indexOf(arrow.link().from()),
        places.indexOf(arrow.link().to()),
        arrow.link().refused(),
        states.size() == 1 ? states.get(0) : PageState.SAME,
        labels,
        arrow.path(),
        arrow.labelX(),
        arrow.labelY());
  }

  private static String text(Call call) {
    return joined(List.of(call.methods(), call.paths(), ports(call), call.conditions()));
  }

  private static String brief(Call call) {
    return call.methods().isEmpty() && call.paths().isEmpty()
        ? joined(List.of(call.ports()))
        : joined(List.of(call.methods(), call.paths()));
  }

  private static String joined(List<List<String>> parts) {
    String text =
        parts.stream()
            .filter(part -> !part.isEmpty())
            .map(part -> String.join(", ", part))
            .collect(Collectors.joining(" "));
    return text.isEmpty() ? "anything" : text;
  }

  private static List<String> ports(Call call) {
    return call.ports().isEmpty() ? List.of() : List.of("on " + String.join(", ", call.ports()));
  }
}
