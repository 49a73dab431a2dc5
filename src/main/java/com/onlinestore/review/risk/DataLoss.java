package com.onlinestore.review.risk;

import com.onlinestore.review.difference.Change;
import com.onlinestore.review.difference.PropertyChange;
import com.onlinestore.review.difference.Replacements;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What holds data and goes, and guards against that which are lifted. */
final class DataLoss {

  private static final Pattern KEPT_FOR =
      Pattern.compile("(?i).*retention(_?period|_?duration|InDays|Days)?");

  /** How long nobody may delete is not how long something is kept. */
  private static final String LOCK = "retentionPolicy";

  private static final Set<String> GUARDS =
      Set.of(
          "protect", "deletionProtection", "deletionProtectionEnabled", "enableDeletionProtection");
  private static final Set<String> DANGERS =
      Set.of("forceDestroy", "skipFinalSnapshot", "forceDelete");

  private DataLoss() {}

  static Stream<Risk> in(Sides sides) {
    return sides.difference().changes().stream()
        .flatMap(
            change ->
                change.ends()
                    ? ending(change).stream()
                    : change.properties().stream()
                        .flatMap(property -> property.parts().stream())
                        .flatMap(part -> guard(change, part).stream()));
  }

  private static Optional<Risk> ending(Change change) {
    if (change.before().options().retainOnDelete()) {
      return Optional.empty();
    }
    String refused =
        change.before().protect()
            ? "; it is protected, so the engine refuses until that is lifted"
            : "";
    String end = change.kind() == Change.Kind.REMOVE ? "is deleted" : "is replaced";
    String reason =
        change.forcedBy().isEmpty() ? "" : " (" + Reasons.shared(change.forcedBy().get(0)) + ")";
    return Replacements.shipped()
        .data(change.before().type())
        .map(data -> risk(change, "%s%s, and with it %s%s.".formatted(end, reason, data, refused)))
        .or(
            () ->
                change.before().protect()
                    ? Optional.of(risk(change, "%s%s%s.".formatted(end, reason, refused)))
                    : Optional.empty());
  }

  private static Optional<Risk> guard(Change change, PropertyChange property) {
    String field = property.path().lastField();
    if (GUARDS.contains(field) && Flag.isOn(property.before()) && !Flag.isOn(property.after())) {
      return Optional.of(
          risk(change, "may be deleted from now on: %s is no longer set.".formatted(field)));
    }
    if (DANGERS.contains(field) && Flag.isOn(property.after())) {
      return Optional.of(
          risk(
              change,
              "loses its content with its deletion from now on: %s is set.".formatted(field)));
    }
    if (KEPT_FOR.matcher(field).matches()
        && !property.path().outer().lastField().equals(LOCK)
        && isShorter(field, property)) {
      return Optional.of(
          risk(
              change,
              "keeps what it holds for %s instead of %s (%s); what is older goes."
                  .formatted(
                      Durations.text(field, property.after()),
                      Durations.text(field, property.before()),
                      property.path())));
    }
    return Optional.empty();
  }

  private static boolean isShorter(String field, PropertyChange property) {
    Optional<Double> old = Durations.hours(field, property.before());
    Optional<Double> now = Durations.hours(field, property.after());
    return old.isPresent() && now.isPresent() && now.get() < old.get();
  }

  private static Risk risk(Change change, String why) {
    return new Risk(Category.DATA_LOSS, change.name(), why);
  }
}
