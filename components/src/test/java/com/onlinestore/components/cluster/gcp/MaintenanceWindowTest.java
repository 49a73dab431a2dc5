package com.onlinestore.components.cluster.gcp;

import static org.assertj.core.api.Assertions.assertThat;

import com.onlinestore.components.Yaml;
import org.junit.jupiter.api.Test;

class MaintenanceWindowTest {

  @Test
  void beginsOnTheFirstOfItsDaysAndMayEndOnTheNext() {
    MaintenanceWindow window =
        Yaml.read(
            MaintenanceWindow.class, "{start: \"22:30\", hours: 8, days: [saturday, friday]}");

    assertThat(window.startTime()).isEqualTo("2024-01-05T22:30:00Z");
    assertThat(window.endTime()).isEqualTo("2024-01-06T06:30:00Z");
    assertThat(window.recurrence()).isEqualTo("FREQ=WEEKLY;BYDAY=FR,SA");
    assertThat(window.problems()).isEmpty();
  }

  @Test
  void threeDaysOfFourHoursAreEnoughAndTwoAreNot() {
    assertThat(window("{hours: 4, days: [monday, tuesday, friday]}").problems()).isEmpty();
    assertThat(window("{hours: 4, days: [monday, monday, friday]}").problems())
        .extracting(Object::toString)
        .containsExactly("gives 32 hours in four weeks, Google wants 48; add days or hours.");
  }

  private static MaintenanceWindow window(String yaml) {
    return Yaml.read(MaintenanceWindow.class, yaml);
  }
}
