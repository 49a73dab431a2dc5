package com.onlinestore.review.drawing;

import java.util.List;

/** One namespace over all columns of services. */
final class Strip {

  private static final int ROUNDS = 12;
  private static final int ROOM = 58;

  private Strip() {}

  /** Places its columns so that arrows are short, all below {@code top}; gives the next top. */
  static double stack(List<List<Slot>> columns, double top) {
    columns.forEach(column -> Stacking.place(column, slot -> 0));
    for (int round = 0; round < ROUNDS; round++) {
      for (List<Slot> column : columns) {
        Stacking.place(column, slot -> wish(slot, columns));
      }
    }
    double highest = columns.stream().flatMap(List::stream).mapToDouble(Strip::top).min().orElse(0);
    columns.stream().flatMap(List::stream).forEach(slot -> slot.middle += top - highest);
    return columns.stream().flatMap(List::stream).mapToDouble(Strip::bottom).max().orElse(top)
        + ROOM;
  }

  private static double wish(Slot slot, List<List<Slot>> columns) {
    return Stacking.amid(
        slot.neighbours().stream()
            .filter(each -> columns.stream().anyMatch(column -> column.contains(each)))
            .toList(),
        slot.middle);
  }

  private static double top(Slot slot) {
    return slot.middle - slot.height() / 2.0;
  }

  private static double bottom(Slot slot) {
    return slot.middle + slot.height() / 2.0;
  }
}
