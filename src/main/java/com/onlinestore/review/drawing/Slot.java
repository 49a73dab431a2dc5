package com.onlinestore.review.drawing;

import com.onlinestore.plan.mesh.Node;
import java.util.ArrayList;
import java.util.List;

/** A place in a column: of a node, or where a long arrow passes. */
final class Slot {

  private static final int BOX_HEIGHT = 30;
  private static final int PASSAGE = 6;

  final Node node;
  final int column;
  final int band;
  final List<Slot> left = new ArrayList<>();
  final List<Slot> right = new ArrayList<>();
  double middle;

  /**
   * A place.
   *
   * @param node null where an arrow passes
   * @param band which strip it is in: those with one number stand together
   */
  Slot(Node node, int column, int band) {
    this.node = node;
    this.column = column;
    this.band = band;
  }

  int height() {
    return node == null ? PASSAGE : BOX_HEIGHT;
  }

  void joins(Slot next) {
    right.add(next);
    next.left.add(this);
  }

  List<Slot> neighbours() {
    List<Slot> all = new ArrayList<>(left);
    all.addAll(right);
    return all;
  }
}
