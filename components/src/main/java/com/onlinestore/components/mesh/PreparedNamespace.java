package com.onlinestore.components.mesh;

import com.pulumi.resources.Resource;
import java.util.ArrayList;
import java.util.List;

/**
 * A namespace, and what must stand in it before the first pod.
 *
 * <p>Objects other than pods wait for the namespace alone. Whatever waits for more than it needs
 * multiplies the ways through the graph of resources, and Pulumi's engine walks each of them when a
 * deletion fails.
 *
 * @param namespace the namespace itself
 * @param guards policies and limits that every pod of it must meet from the start
 */
public record PreparedNamespace(Resource namespace, List<Resource> guards) {

  /** Copies the list. */
  public PreparedNamespace {
    guards = List.copyOf(guards);
  }

  /** The same with more guards. */
  public PreparedNamespace with(List<Resource> more) {
    List<Resource> all = new ArrayList<>(guards);
    all.addAll(more);
    return new PreparedNamespace(namespace, all);
  }
}
