package com.onlinestore.components.cluster.aws;

import com.onlinestore.components.Recording;
import com.onlinestore.components.Registered;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What clusters on the stand-in for Amazon register; made once, because they are many resources.
 */
final class Clusters {

  /** The defaults in dev, not guarded, with a public endpoint. */
  static final Recording DEV = AmazonCloud.recording("", AmazonCloud.DEV);

  /** Two groups in prod, guarded, with a private endpoint. */
  static final Recording PROD = AmazonCloud.recording(AmazonCloud.TWO_GROUPS, AmazonCloud.PROD);

  private Clusters() {}

  /** The names of everything that must exist before {@code name}, and goes after it. */
  static Set<String> before(Recording recording, String name) {
    Set<String> before = new HashSet<>();
    Deque<String> next = new ArrayDeque<>(List.of(name));
    while (!next.isEmpty()) {
      String each = next.pop();
      recording.resources().stream()
          .filter(resource -> resource.name().equals(each))
          .map(Registered::dependencies)
          .flatMap(List::stream)
          .filter(before::add)
          .forEach(next::push);
    }
    return before;
  }
}
