package com.onlinestore.components.cluster.gcp;

import static com.onlinestore.components.settings.Checks.matching;
import static com.onlinestore.components.settings.Checks.or;
import static com.onlinestore.components.settings.Checks.within;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import com.onlinestore.components.settings.Problem;
import com.onlinestore.components.settings.Problems;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;

/**
 * When GKE may upgrade control plane and nodes.
 *
 * @param start in UTC, as in {@code 03:00}; default 03:00
 * @param hours how long it lasts; default 6
 * @param days of the week on which it begins; default tuesday, wednesday and thursday, so that
 *     somebody is at work when an upgrade shows its effects
 */
public record MaintenanceWindow(
    @JsonPropertyDescription("When it begins, in UTC. Default: \"03:00\".")
        @Pattern(regexp = MaintenanceWindow.TIME)
        String start,
    @JsonPropertyDescription("How many hours it lasts. Default: 6.") @Min(4) @Max(24) Integer hours,
    @JsonPropertyDescription(
            "Days of the week on which it begins. Default: tuesday, wednesday, thursday.")
        List<Day> days) {

  /** Hours and minutes. */
  public static final String TIME = "^([01][0-9]|2[0-3]):[0-5][0-9]$";

  private static final List<Day> MIDWEEK = List.of(Day.TUESDAY, Day.WEDNESDAY, Day.THURSDAY);
  private static final int LEAST_HOURS = 48;

  /** A Monday in the past: the date must never change, or each preview would show a change. */
  private static final LocalDate MONDAY = LocalDate.of(2024, 1, 1);

  /** A day of the week. */
  public enum Day {
    /** The first day. */
    @JsonProperty("monday")
    MONDAY,
    /** The second day. */
    @JsonProperty("tuesday")
    TUESDAY,
    /** The third day. */
    @JsonProperty("wednesday")
    WEDNESDAY,
    /** The fourth day. */
    @JsonProperty("thursday")
    THURSDAY,
    /** The fifth day. */
    @JsonProperty("friday")
    FRIDAY,
    /** The sixth day. */
    @JsonProperty("saturday")
    SATURDAY,
    /** The seventh day. */
    @JsonProperty("sunday")
    SUNDAY
  }

  /** Fills in the defaults. */
  public MaintenanceWindow {
    start = matching("start", or(start, "03:00"), TIME);
    hours = within("hours", or(hours, 6), 4, 24);
    days = days == null || days.isEmpty() ? MIDWEEK : days.stream().sorted().distinct().toList();
  }

  /** Mornings in the middle of the week. */
  public static MaintenanceWindow defaults() {
    return new MaintenanceWindow(null, null, null);
  }

  /** Google wants 48 hours in 32 days, which have each day of the week at least four times. */
  List<Problem> problems() {
    int least = hours * days.size() * 4;
    return new Problems()
        .addIf(
            least < LEAST_HOURS,
            "",
            "gives %d hours in four weeks, Google wants %d; add days or hours.",
            least,
            LEAST_HOURS)
        .list();
  }

  /** The rule by which it comes again, days in the order in which Google returns them. */
  String recurrence() {
    return days.stream()
        .map(day -> day.name().substring(0, 2))
        .collect(Collectors.joining(",", "FREQ=WEEKLY;BYDAY=", ""));
  }

  /** The first one's beginning, in RFC 3339. */
  String startTime() {
    return text(first());
  }

  /** The first one's end, in RFC 3339. */
  String endTime() {
    return text(first().plusHours(hours));
  }

  private LocalDateTime first() {
    return MONDAY.plusDays(days.get(0).ordinal()).atTime(LocalTime.parse(start));
  }

  private static String text(LocalDateTime time) {
    return time.format(DateTimeFormatter.ISO_LOCAL_DATE_TIME) + "Z";
  }
}
