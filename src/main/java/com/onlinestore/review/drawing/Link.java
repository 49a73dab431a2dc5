package com.onlinestore.review.drawing;

import com.onlinestore.plan.mesh.Call;
import com.onlinestore.plan.mesh.Node;
import java.util.Comparator;

/**
 * One arrow of a call graph, for all calls between two nodes.
 *
 * @param refused whether it stands for what is refused
 */
public record Link(Node from, Node to, boolean refused) implements Comparable<Link> {

  private static final Comparator<Link> ORDER =
      Comparator.comparing(Link::from).thenComparing(Link::to).thenComparing(Link::refused);

  /** The arrow that a call is part of. */
  public static Link of(Call call, boolean refused) {
    return new Link(call.from(), call.to(), refused);
  }

  @Override
  public int compareTo(Link other) {
    return ORDER.compare(this, other);
  }
}
