package com.onlinestore.components.observability.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class LayoutTest {

  @Test
  void panelsStandBesideOneAnotherWhileThereIsRoom() {
    Layout layout = new Layout();

    assertThat(layout.heading()).isEqualTo(Map.of("x", 0, "y", 0, "w", 24, "h", 1));
    assertThat(layout.place(List.of(panel(12), panel(12), panel(8))))
        .containsExactly(
            Map.of("x", 0, "y", 1, "w", 12, "h", 8),
            Map.of("x", 12, "y", 1, "w", 12, "h", 8),
            Map.of("x", 0, "y", 9, "w", 8, "h", 8));
    assertThat(layout.heading()).isEqualTo(Map.of("x", 0, "y", 17, "w", 24, "h", 1));
  }

  @Property
  void noPanelCoversAnother(
      @ForAll @Size(max = 5) List<@Size(max = 7) List<@IntRange(min = 1, max = 24) Integer>> rows) {
    Layout layout = new Layout();
    Set<List<Integer>> covered = new HashSet<>();
    for (List<Integer> row : rows) {
      cover(covered, layout.heading());
      layout
          .place(row.stream().map(LayoutTest::panel).toList())
          .forEach(position -> cover(covered, position));
    }
  }

  private static void cover(Set<List<Integer>> covered, Map<String, Integer> at) {
    for (int x = at.get("x"); x < at.get("x") + at.get("w"); x++) {
      assertThat(x).isBetween(0, 23);
      for (int y = at.get("y"); y < at.get("y") + at.get("h"); y++) {
        assertThat(covered.add(List.of(x, y))).isTrue();
      }
    }
  }

  private static Panel panel(int width) {
    return Panel.graph("Requests", Unit.REQUESTS).withWidth(width);
  }
}
