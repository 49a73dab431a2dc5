package com.onlinestore.review.risk;

import com.onlinestore.review.difference.Change;
import com.onlinestore.review.difference.Replacements;
import java.util.stream.Stream;

/** Which pods restart, and what else an update does to what runs. */
final class Restarts {

  private Restarts() {}

  static Stream<Risk> in(Sides sides) {
    return sides.changes(change -> !change.effect().isEmpty()).stream()
        .map(
            change ->
                new Risk(category(change), change.name(), Reasons.shared(change.effect()) + "."));
  }

  /** An update that is refused leaves only the way to make it anew. */
  private static Category category(Change change) {
    return Replacements.shipped().refuses(change) ? Category.DATA_LOSS : Category.AVAILABILITY;
  }
}
