package com.onlinestore.review.risk;

import com.onlinestore.components.cluster.Cidr;
import com.onlinestore.plan.Plan;
import com.onlinestore.plan.PlannedResource;
import com.onlinestore.plan.ResourceName;
import com.onlinestore.plan.cloud.Opening;
import com.onlinestore.review.difference.Change;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Doors to the outside that open or close. */
final class Doors {

  private static final String DEFAULT_PORTS = "default ports";

  private final Map<String, Door> before;
  private final Map<String, Door> after;
  private final List<String> removed;
  private final List<Risk> risks = new ArrayList<>();

  private Doors(Sides sides) {
    before = doors(sides.before().openings(), sides.difference().before());
    after = doors(sides.after().openings(), sides.difference().after());
    removed =
        sides.changes(change -> change.kind() == Change.Kind.REMOVE).stream()
            .map(Change::name)
            .toList();
  }

  static Stream<Risk> in(Sides sides) {
    Doors doors = new Doors(sides);
    doors.after.forEach(doors::opens);
    doors.before.forEach(doors::closes);
    return doors.risks.stream();
  }

  private void opens(String key, Door now) {
    Door old = before.get(key);
    if (old == null || now.width() > old.width()) {
      String where = now.places().isEmpty() ? "" : ", " + String.join(", ", now.places());
      add(
          Category.EXPOSURE,
          now.what(),
          "can be reached from now on by %s%s.".formatted(now.how(), where));
      return;
    }
    Set<String> more = without(now.places(), old.places());
    more.removeIf(place -> Cidr.find(range(place)).isPresent());
    if (!more.isEmpty()) {
      add(
          Category.EXPOSURE,
          now.what(),
          "is also reached by %s at %s.".formatted(now.how(), String.join(", ", more)));
    }
  }

  /** Hosts and ranges of addresses that are gone are told elsewhere, or harm nobody. */
  private void closes(String key, Door old) {
    boolean goes =
        removed.stream()
            .anyMatch(name -> old.what().equals(name) || old.what().startsWith(name + " "));
    Door now = after.get(key);
    if (now == null && !goes || now != null && now.isLess(old)) {
      add(Category.AVAILABILITY, old.what(), "is no longer reached by %s.".formatted(old.how()));
    } else if (now != null) {
      Set<String> less = without(old.places(), now.places());
      less.removeIf(place -> !place.startsWith(Door.PORT));
      if (!less.isEmpty()) {
        add(
            Category.AVAILABILITY,
            old.what(),
            "is no longer reached by %s at %s.".formatted(old.how(), String.join(", ", less)));
      }
    }
  }

  private void add(Category category, String what, String why) {
    risks.add(new Risk(category, what, why));
  }

  /** Which ports a chart has by default nobody knows here. */
  private static Set<String> without(Set<String> places, Set<String> others) {
    Set<String> rest = new LinkedHashSet<>(places);
    rest.removeAll(others);
    if (places.contains(DEFAULT_PORTS) || others.contains(DEFAULT_PORTS)) {
      rest.removeIf(place -> place.equals(DEFAULT_PORTS) || place.startsWith(Door.PORT));
    }
    return rest;
  }

  private static Map<String, Door> doors(List<Opening> openings, Plan plan) {
    Map<String, String> names = names(plan);
    return openings.stream()
        .map(each -> Door.of(names.getOrDefault(each.what(), each.what()), each))
        .collect(Collectors.toMap(Door::key, each -> each, Door::and, TreeMap::new));
  }

  /** By the name in the cloud, where a plan of openings has that, what a difference calls it. */
  private static Map<String, String> names(Plan plan) {
    Map<String, String> names = new HashMap<>();
    for (PlannedResource resource : plan.resources()) {
      if (resource.custom() && !resource.type().startsWith("kubernetes:")) {
        String own = resource.inputs().path("name").asText(resource.name());
        names.put(resource.kind() + " " + own, ResourceName.of(resource));
      }
    }
    return names;
  }

  private static String range(String place) {
    return place.startsWith("from ") ? place.substring("from ".length()) : place;
  }
}
