package com.onlinestore.review.drawing;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Slots of a column below each other, each as near to where it wants to be as the others let it.
 */
final class Stacking {

  private static final int GAP = 14;
  private static final int BETWEEN_BANDS = 58;

  private Stacking() {}

  /** Sets the middle of each; keeps the order, and leaves room between neighbours. */
  static void place(List<Slot> slots, ToDoubleFunction<Slot> wish) {
    // Without the room they need the slots may coincide but not change places: whoever would, is
    // pooled at the mean of its wishes.
    Deque<double[]> pools = new ArrayDeque<>();
    double offset = 0;
    for (int i = 0; i < slots.size(); i++) {
      offset += i == 0 ? 0 : distance(slots.get(i - 1), slots.get(i));
      double[] pool = {wish.applyAsDouble(slots.get(i)) - offset, 1};
      while (!pools.isEmpty() && pools.peek()[0] > pool[0]) {
        double[] above = pools.pop();
        double count = above[1] + pool[1];
        pool = new double[] {(above[0] * above[1] + pool[0] * pool[1]) / count, count};
      }
      pools.push(pool);
    }
    offset = 0;
    int i = 0;
    while (!pools.isEmpty()) {
      double[] pool = pools.removeLast();
      for (int end = i + (int) pool[1]; i < end; i++) {
        offset += i == 0 ? 0 : distance(slots.get(i - 1), slots.get(i));
        slots.get(i).middle = pool[0] + offset;
      }
    }
  }

  /** Where its neighbours are in the middle; where it is without any. */
  static double amid(List<Slot> neighbours, double otherwise) {
    return neighbours.stream().mapToDouble(each -> each.middle).average().orElse(otherwise);
  }

  private static double distance(Slot above, Slot below) {
    int gap = above.band == below.band ? GAP : BETWEEN_BANDS;
    return (above.height() + below.height()) / 2.0 + gap;
  }
}
