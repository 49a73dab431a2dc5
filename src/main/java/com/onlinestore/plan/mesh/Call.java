package com.onlinestore.plan.mesh;

import java.util.Comparator;
import java.util.List;

/**
 * Requests that are let through, or refused.
 *
 * @param ports as the callee listens on them, with their protocol outside the mesh; none means all
 * @param methods none means all
 * @param paths none means all
 * @param conditions whatever else a request must meet, in words
 */
public record Call(
    Node from,
    Node to,
    List<String> ports,
    List<String> methods,
    List<String> paths,
    List<String> conditions)
    implements Comparable<Call> {

  private static final Comparator<Call> ORDER =
      Comparator.comparing(Call::from)
          .thenComparing(Call::to)
          .thenComparing(call -> List.of(call.ports, call.methods, call.paths).toString())
          .thenComparing(call -> call.conditions.toString());

  /** Copies the lists. */
  public Call {
    ports = List.copyOf(ports);
    methods = List.copyOf(methods);
    paths = List.copyOf(paths);
    conditions = List.copyOf(conditions);
  }

  @Override
  public int compareTo(Call other) {
    return ORDER.compare(this, other);
  }
}
