package com.onlinestore.review.risk;

import java.util.stream.Stream;

/** Which pods restart, and what else an update does to what runs. */
final class Restarts {

  private Restarts() {}

  static Stream<Risk> in(Sides sides) {
    return sides.changes(change -> !change.effect().isEmpty()).stream()
        .map(change -> new Risk(Category.AVAILABILITY, change.name(), change.effect() + "."));
  }
}
