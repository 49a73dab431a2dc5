package com.onlinestore.review.drawing;

import com.onlinestore.plan.mesh.Node;
import java.util.List;

/**
 * A call graph with a place for each part, in pixels; calls lead from left to right where they can.
 *
 * @param frames namespaces around their boxes
 * @param boxes one for each node, in the order of nodes
 * @param arrows one for each link, in the order of links
 */
public record Drawing(
    int width, int height, List<Frame> frames, List<Box> boxes, List<Arrow> arrows) {

  /** Copies the lists. */
  public Drawing {
    frames = List.copyOf(frames);
    boxes = List.copyOf(boxes);
    arrows = List.copyOf(arrows);
  }

  /** A titled rectangle. */
  public record Frame(String title, int x, int y, int width, int height) {}

  /** A node. */
  public record Box(Node node, int x, int y, int width, int height) {

    int middle() {
      return y + height / 2;
    }

    int right() {
      return x + width;
    }
  }

  /**
   * A line.
   *
   * @param path as the attribute {@code d} of SVG takes it
   * @param labelX middle of a place for words on it
   * @param labelY the same
   */
  public record Arrow(Link link, String path, int labelX, int labelY) {}
}
