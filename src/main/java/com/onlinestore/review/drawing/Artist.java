package com.onlinestore.review.drawing;

import com.onlinestore.plan.mesh.Node;
import com.onlinestore.review.drawing.Drawing.Arrow;
import com.onlinestore.review.drawing.Drawing.Box;
import com.onlinestore.review.drawing.Drawing.Frame;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Turns slots into boxes, lines and frames. */
final class Artist {

  private static final int CHARACTER = 8;
  private static final int NARROWEST = 72;
  private static final int WIDEST = 240;
  private static final int BETWEEN_COLUMNS = 76;
  private static final int PADDING = 14;
  private static final int TITLE = 30;
  private static final int MARGIN = 12;
  private static final int HEAD = 3;

  private final Map<Node, Slot> slots;
  private final Map<Link, List<Slot>> ways;
  private final int[] lefts;
  private final int[] widths;
  private final double shift;
  private final Map<Node, Box> boxes = new TreeMap<>();

  Artist(Map<Node, Slot> slots, Map<Link, List<Slot>> ways, int columns) {
    this.slots = slots;
    this.ways = ways;
    this.lefts = new int[columns];
    this.widths = new int[columns];
    slots
        .values()
        .forEach(slot -> widths[slot.column] = Math.max(widths[slot.column], width(slot)));
    int left = MARGIN + PADDING;
    for (int i = 0; i < columns; i++) {
      lefts[i] = left;
      left += widths[i] + BETWEEN_COLUMNS;
    }
    double highest = all().mapToDouble(slot -> slot.middle - slot.height() / 2.0).min().orElse(0);
    shift = MARGIN + TITLE - highest;
  }

  Drawing drawing() {
    slots.forEach((node, slot) -> boxes.put(node, box(slot)));
    List<Frame> frames = frames();
    List<Arrow> arrows = ways.keySet().stream().map(this::arrow).toList();
    int right = boxes.values().stream().mapToInt(Box::right).max().orElse(0);
    double bottom = all().mapToDouble(this::bottom).max().orElse(0);
    return new Drawing(
        right + PADDING + MARGIN,
        (int) Math.ceil(bottom) + PADDING + MARGIN,
        frames,
        List.copyOf(boxes.values()),
        arrows);
  }

  private Stream<Slot> all() {
    return Stream.concat(slots.values().stream(), ways.values().stream().flatMap(List::stream));
  }

  private static int width(Slot slot) {
    int wanted = label(slot.node).length() * CHARACTER + 2 * PADDING;
    return Math.max(NARROWEST, Math.min(WIDEST, wanted));
  }

  private static String label(Node node) {
    return node.kind() == Node.Kind.CALLERS ? node.toString() : node.name();
  }

  private double y(Slot slot) {
    return slot.middle + shift;
  }

  private double top(Slot slot) {
    return y(slot) - slot.height() / 2.0;
  }

  private double bottom(Slot slot) {
    return y(slot) + slot.height() / 2.0;
  }

  private Box box(Slot slot) {
    return new Box(
        slot.node,
        lefts[slot.column],
        (int) Math.round(top(slot)),
        widths[slot.column],
        slot.height());
  }

  private List<Frame> frames() {
    Map<String, List<Slot>> groups =
        slots.values().stream()
            .filter(slot -> slot.node.kind() != Node.Kind.CALLERS)
            .collect(
                Collectors.groupingBy(
                    slot -> slot.node.kind() + " " + slot.node.namespace(),
                    TreeMap::new,
                    Collectors.toList()));
    return groups.values().stream().map(this::frame).toList();
  }

  private Frame frame(List<Slot> group) {
    Node any = group.get(0).node;
    int first = group.stream().mapToInt(slot -> slot.column).min().orElse(0);
    int last = group.stream().mapToInt(slot -> slot.column).max().orElse(0);
    // What passes between its boxes is in a namespace, too.
    List<Slot> inside =
        all()
            .filter(slot -> slot.column >= first && slot.column <= last)
            .filter(
                slot -> slot.node == null ? slot.band == group.get(0).band : group.contains(slot))
            .toList();
    int top = (int) inside.stream().mapToDouble(this::top).min().orElse(0) - TITLE;
    int bottom = (int) inside.stream().mapToDouble(this::bottom).max().orElse(0) + PADDING;
    int left = lefts[first] - PADDING;
    int right = lefts[last] + widths[last] + PADDING;
    String title = any.kind() == Node.Kind.HOST ? "outside" : any.namespace();
    return new Frame(title, left, top, right - left, bottom - top);
  }

  private Arrow arrow(Link link) {
    List<Slot> way = ways.get(link);
    Box from = boxes.get(link.from());
    Box to = boxes.get(link.to());
    Slot first = way.get(0);
    Slot last = way.get(way.size() - 1);
    if (first.column >= last.column) {
      return back(link, from, to);
    }
    int x = from.right();
    int y = from.middle() + port(first, way.get(1), first.right);
    StringBuilder path = new StringBuilder("M%d,%d".formatted(x, y));
    for (Slot passage : way.subList(1, way.size() - 1)) {
      int next = lefts[passage.column];
      int level = (int) Math.round(y(passage));
      curve(path, x, y, next, level);
      x = next + widths[passage.column];
      y = level;
      path.append("H").append(x);
    }
    int end = to.middle() + port(last, way.get(way.size() - 2), last.left);
    curve(path, x, y, to.x() - HEAD, end);
    return new Arrow(link, path.toString(), (x + to.x()) / 2, (y + end) / 2);
  }

  /** To the left, or up or down within a column: an arc beside the boxes. */
  private static Arrow back(Link link, Box from, Box to) {
    boolean loop = from.x() == to.x();
    int start = loop ? from.right() : from.x();
    int end = to.right() + HEAD;
    int bend = loop ? BETWEEN_COLUMNS / 2 : 0;
    int up = from.equals(to) ? from.height() / 4 : 0;
    String path =
        loop
            ? "M%d,%dC%d,%d %d,%d %d,%d"
                .formatted(
                    start,
                    from.middle() - up,
                    start + bend,
                    from.middle() - up,
                    end + bend,
                    to.middle() + up,
                    end,
                    to.middle() + up)
            : "M%d,%dC%d,%d %d,%d %d,%d"
                .formatted(
                    start,
                    from.middle(),
                    start - BETWEEN_COLUMNS / 2,
                    from.middle(),
                    end + BETWEEN_COLUMNS / 2,
                    to.middle(),
                    end,
                    to.middle());
    return new Arrow(
        link, path, (start + end) / 2 + bend * 3 / 4, (from.middle() + to.middle()) / 2);
  }

  private static void curve(StringBuilder path, int x, int y, int toX, int toY) {
    int half = (x + toX) / 2;
    path.append("C%d,%d %d,%d %d,%d".formatted(half, y, half, toY, toX, toY));
  }

  /** Arrows of one side are a little apart, in the order of where they lead. */
  private static int port(Slot slot, Slot other, List<Slot> side) {
    List<Slot> sorted =
        side.stream().sorted(Comparator.comparingDouble(each -> each.middle)).toList();
    double apart = Math.min(6, (slot.height() - 8.0) / side.size());
    return (int) Math.round((sorted.indexOf(other) - (sorted.size() - 1) / 2.0) * apart);
  }
}
