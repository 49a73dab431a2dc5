package com.onlinestore.review.drawing;

import com.onlinestore.plan.mesh.Node;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Places a call graph: columns from left to right, namespaces as strips that do not cross. Equal
 * graphs give equal drawings.
 */
public final class Layout {

  private static final int SWEEPS = 6;
  private static final int BELOW_ALL = Integer.MAX_VALUE;

  private final Map<Node, Slot> slots = new TreeMap<>();
  private final Map<Link, List<Slot>> ways = new TreeMap<>();
  private final List<List<Slot>> columns = new ArrayList<>();
  private final Map<Node, Integer> columnOf;
  private final List<String> namespaces;

  private Layout(Collection<Node> nodes, Collection<Link> links) {
    columnOf = Columns.of(nodes, links);
    namespaces = nodes.stream().map(Node::namespace).distinct().sorted().toList();
    for (Node node : new TreeSet<>(nodes)) {
      slots.put(node, slot(node, columnOf.get(node), namespaces.indexOf(node.namespace())));
    }
    new TreeSet<>(links).forEach(this::join);
  }

  /** Places all nodes, whether anything links them or not. */
  public static Drawing of(Collection<Node> nodes, Collection<Link> links) {
    Layout layout = new Layout(nodes, links);
    layout.order();
    layout.stack();
    return new Artist(layout.slots, layout.ways, layout.columns.size()).drawing();
  }

  private Slot slot(Node node, int column, int band) {
    while (columns.size() <= column) {
      columns.add(new ArrayList<>());
    }
    Slot slot = new Slot(node, column, band);
    columns.get(column).add(slot);
    return slot;
  }

  /** Leads a link through the columns between its ends; back and within a column there are none. */
  private void join(Link link) {
    Slot from = slots.get(link.from());
    Slot to = slots.get(link.to());
    List<Slot> way = new ArrayList<>(List.of(from));
    for (int column = from.column + 1; column < to.column; column++) {
      way.add(slot(null, column, passage(link, column)));
    }
    way.add(to);
    if (from.column < to.column) {
      for (int i = 1; i < way.size(); i++) {
        way.get(i - 1).joins(way.get(i));
      }
    }
    ways.put(link, way);
  }

  /** Past other services a link stays in the strip of its own; past all else it goes below. */
  private int passage(Link link, int column) {
    if (!hasServices(column)) {
      return BELOW_ALL;
    }
    Node end = link.to().kind() == Node.Kind.SERVICE ? link.to() : link.from();
    return end.kind() == Node.Kind.SERVICE ? namespaces.indexOf(end.namespace()) : BELOW_ALL;
  }

  private boolean hasServices(int column) {
    return columns.get(column).stream()
        .anyMatch(each -> each.node != null && each.node.kind() == Node.Kind.SERVICE);
  }

  /** Fewer crossings: each slot goes to the mean place of its neighbours, there and back. */
  private void order() {
    for (int sweep = 0; sweep < SWEEPS; sweep++) {
      for (int i = 0; i < columns.size(); i++) {
        boolean forth = sweep % 2 == 0;
        List<Slot> column = columns.get(forth ? i : columns.size() - 1 - i);
        Map<Slot, Double> means = new HashMap<>();
        for (Slot slot : column) {
          means.put(slot, Stacking.amid(forth ? slot.left : slot.right, column.indexOf(slot)));
        }
        column.sort(
            Comparator.comparingInt((Slot slot) -> slot.band).thenComparingDouble(means::get));
        for (Slot slot : column) {
          slot.middle = column.indexOf(slot);
        }
      }
    }
  }

  private void stack() {
    Map<Integer, List<List<Slot>>> strips = new TreeMap<>();
    for (int i = 0; i < columns.size(); i++) {
      if (hasServices(i)) {
        Map<Integer, List<Slot>> byBand = new TreeMap<>();
        columns
            .get(i)
            .forEach(
                slot -> byBand.computeIfAbsent(slot.band, band -> new ArrayList<>()).add(slot));
        byBand.forEach(
            (band, slots) -> strips.computeIfAbsent(band, any -> new ArrayList<>()).add(slots));
      }
    }
    double top = 0;
    for (List<List<Slot>> strip : strips.values()) {
      top = Strip.stack(strip, top);
    }
    // Gateways stand before the services they lead to, callers before their gateways.
    for (int i = columns.size() - 1; i >= 0; i--) {
      List<Slot> column = columns.get(i);
      if (!hasServices(i)) {
        boolean last = i > 0 && i == columns.size() - 1;
        Stacking.place(column, slot -> Stacking.amid(last ? slot.left : slot.right, slot.middle));
      }
    }
  }
}
