package com.onlinestore.review.risk;

import com.onlinestore.plan.Manifest;
import com.onlinestore.plan.Workload;
import com.onlinestore.plan.cloud.Opening;
import com.onlinestore.review.difference.Change;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What customers may notice: parts that go, stand still, or stand alone. */
final class Outages {

  private static final Set<String> SERVING =
      Set.of("Deployment", "StatefulSet", "DaemonSet", "Rollout", "Service", "Release");

  private Outages() {}

  static Stream<Risk> in(Sides sides) {
    return Stream.of(twice(sides), ends(sides), replicas(sides), guards(sides), hosts(sides))
        .flatMap(each -> each);
  }

  /** The engine creates before it deletes, so one object under two names is deleted in the end. */
  private static Stream<Risk> twice(Sides sides) {
    Map<String, Change> gone =
        sides.changes(change -> change.kind() == Change.Kind.REMOVE).stream()
            .filter(change -> Manifest.of(change.before()).isPresent())
            .collect(Collectors.toMap(Change::name, Function.identity(), (a, b) -> a));
    return sides.changes(change -> change.kind() == Change.Kind.ADD).stream()
        .filter(change -> gone.containsKey(change.name()))
        .map(
            change ->
                risk(
                    change.name(),
                    ("has another name in the program (%s, was %s) and no alias: the engine makes it once more"
                            + " and then deletes the old one, which is the same object.")
                        .formatted(
                            change.after().name(), gone.get(change.name()).before().name())));
  }

  private static Stream<Risk> ends(Sides sides) {
    Set<String> come =
        sides.changes(change -> change.kind() == Change.Kind.ADD).stream()
            .map(Change::name)
            .collect(Collectors.toSet());
    return sides.changes(Change::ends).stream()
        .filter(change -> !come.contains(change.name()))
        .flatMap(change -> end(change).stream());
  }

  private static Optional<Risk> end(Change change) {
    if (change.kind() == Change.Kind.REPLACE) {
      return Optional.of(
          risk(
              change.name(),
              "is replaced, not updated: %s.".formatted(Reasons.shared(change.forcedBy().get(0)))));
    }
    return SERVING.contains(change.resource().kind())
        ? Optional.of(risk(change.name(), "is removed: whoever still asks it gets errors."))
        : Optional.empty();
  }

  private static Stream<Risk> replicas(Sides sides) {
    Map<String, Workload> before = sides.workloadsBefore();
    return sides.after().workloads().stream()
        .flatMap(now -> fewer(before.get(now.name()), now).stream());
  }

  private static Optional<Risk> fewer(Workload before, Workload now) {
    if (now.min() == 1 && (before == null || before.min() > 1)) {
      return Optional.of(
          risk(
              now.name(),
              before == null
                  ? "may be one pod alone: nothing serves while that one moves."
                  : "may be one pod alone instead of %d: nothing serves while that one moves."
                      .formatted(before.min())));
    }
    return before != null && now.min() < before.min()
        ? Optional.of(
            risk(
                now.name(),
                "has at least %d pods instead of %d.".formatted(now.min(), before.min())))
        : Optional.empty();
  }

  private static Stream<Risk> guards(Sides sides) {
    return sides.changes(change -> change.kind() == Change.Kind.REMOVE).stream()
        .flatMap(
            change ->
                Manifest.of(change.before())
                    .filter(object -> !sides.workloadGoes(object))
                    .flatMap(object -> guard(change, object))
                    .stream());
  }

  private static Optional<Risk> guard(Change change, Manifest object) {
    return switch (object.kind()) {
      case "PodDisruptionBudget" ->
          Optional.of(
              risk(
                  change.name(), "is removed: a drain may stop all pods of its workload at once."));
      case "HorizontalPodAutoscaler" ->
          Optional.of(
              risk(change.name(), "is removed: its workload no longer grows with its load."));
      default -> Optional.empty();
    };
  }

  private static Stream<Risk> hosts(Sides sides) {
    Set<String> now = hosts(sides.after().openings());
    return hosts(sides.before().openings()).stream()
        .filter(host -> !now.contains(host))
        .map(host -> risk(host, "is no longer served."));
  }

  private static Set<String> hosts(List<Opening> openings) {
    return openings.stream()
        .filter(opening -> opening.how().startsWith("HTTP"))
        .flatMap(opening -> Arrays.stream(opening.where().split(", ")))
        .filter(host -> !host.isEmpty())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Risk risk(String what, String why) {
    return new Risk(Category.AVAILABILITY, what, why);
  }
}
