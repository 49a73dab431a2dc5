package com.onlinestore.review.risk;

import com.fasterxml.jackson.databind.JsonNode;
import com.onlinestore.components.cluster.Cidr;
import com.onlinestore.plan.cloud.Opening;
import com.onlinestore.review.difference.Change;
import com.onlinestore.review.difference.PropertyChange;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What can be reached from outside that could not be before. */
final class Openings {

  private Openings() {}

  static Stream<Risk> in(Sides sides) {
    return Stream.concat(doors(sides), ranges(sides));
  }

  private static Stream<Risk> doors(Sides sides) {
    Map<String, Set<String>> before = byDoor(sides.before().openings());
    List<Risk> risks = new ArrayList<>();
    for (Map.Entry<String, Set<String>> door : byDoor(sides.after().openings()).entrySet()) {
      String what = door.getKey().substring(0, door.getKey().indexOf('\n'));
      String how = door.getKey().substring(door.getKey().indexOf('\n') + 1);
      Set<String> places = new TreeSet<>(door.getValue());
      if (!before.containsKey(door.getKey())) {
        String where = String.join(", ", places);
        risks.add(
            new Risk(
                Category.EXPOSURE,
                what,
                "can be reached from now on by %s%s."
                    .formatted(how, where.isEmpty() ? "" : ", " + where)));
      } else {
        places.removeAll(before.get(door.getKey()));
        places.removeIf(place -> Cidr.find(range(place)).isPresent());
        if (!places.isEmpty()) {
          risks.add(
              new Risk(
                  Category.EXPOSURE,
                  what,
                  "is also reached by %s at %s.".formatted(how, String.join(", ", places))));
        }
      }
    }
    return risks.stream();
  }

  private static Map<String, Set<String>> byDoor(List<Opening> openings) {
    return openings.stream()
        .collect(
            Collectors.groupingBy(
                opening -> opening.what() + "\n" + opening.how(),
                TreeMap::new,
                Collectors.flatMapping(
                    opening -> Arrays.stream(opening.where().split(", ")).filter(w -> !w.isEmpty()),
                    Collectors.toCollection(TreeSet::new))));
  }

  private static String range(String place) {
    return place.startsWith("from ") ? place.substring("from ".length()) : place;
  }

  /** Ranges of addresses in whatever is changed: firewalls, policies, API servers. */
  private static Stream<Risk> ranges(Sides sides) {
    return sides.changes(change -> change.before() != null && change.after() != null).stream()
        .flatMap(
            change -> change.properties().stream().flatMap(each -> wider(change, each).stream()));
  }

  private static Optional<Risk> wider(Change change, PropertyChange property) {
    // What a network is made of lets nobody in.
    if (property.path().last().equals("cidrBlock")
        || property.path().last().equals("ipCidrRange")) {
      return Optional.empty();
    }
    List<Cidr> before = ranges(property.before());
    List<Cidr> more =
        ranges(property.after()).stream()
            .filter(range -> before.stream().noneMatch(old -> old.contains(range)))
            .toList();
    if (more.isEmpty()) {
      return Optional.empty();
    }
    String instead = before.isEmpty() ? "" : ", where it was " + texts(before);
    return Optional.of(
        new Risk(
            Category.EXPOSURE,
            change.name(),
            "%s now has %s%s.".formatted(property.path(), texts(more), instead)));
  }

  private static List<Cidr> ranges(JsonNode value) {
    List<Cidr> ranges = new ArrayList<>();
    if (value.isTextual()) {
      Cidr.find(value.asText()).ifPresent(ranges::add);
    }
    value.forEach(each -> ranges.addAll(ranges(each)));
    return ranges;
  }

  private static String texts(List<Cidr> ranges) {
    return ranges.stream().map(Cidr::toString).collect(Collectors.joining(", "));
  }
}
