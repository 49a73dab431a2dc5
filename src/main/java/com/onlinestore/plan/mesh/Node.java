package com.onlinestore.plan.mesh;

import java.util.Comparator;

/**
 * Somebody who calls or is called.
 *
 * @param namespace empty for whoever is outside the cluster
 * @param name of a service, a gateway, a host, or a kind of callers
 */
public record Node(Kind kind, String namespace, String name) implements Comparable<Node> {

  /** Everybody whose identity is not asked for. */
  static final Node ANYONE = new Node(Kind.CALLERS, "", "anyone");

  private static final Comparator<Node> ORDER =
      Comparator.comparing(Node::kind).thenComparing(Node::namespace).thenComparing(Node::name);

  /** What it is, in the order in which a request passes them. */
  public enum Kind {
    /** Callers by what they have in common. */
    CALLERS,
    /** Pods at the edge of the mesh. */
    GATEWAY,
    /** Pods that serve. */
    SERVICE,
    /** A host outside the mesh. */
    HOST
  }

  static Node of(Pods pods) {
    return new Node(pods.gateway() ? Kind.GATEWAY : Kind.SERVICE, pods.namespace(), pods.name());
  }

  static Node callers(String namespace, String name) {
    return new Node(Kind.CALLERS, namespace, name);
  }

  static Node host(String name) {
    return new Node(Kind.HOST, "", name);
  }

  @Override
  public int compareTo(Node other) {
    return ORDER.compare(this, other);
  }

  /** {@code namespace/name}, or the name alone. */
  @Override
  public String toString() {
    return namespace.isEmpty() ? name : namespace + "/" + name;
  }
}
