package com.onlinestore.review.risk;

import com.fasterxml.jackson.databind.JsonNode;
import com.onlinestore.components.cluster.Cidr;
import com.onlinestore.review.difference.Change;
import com.onlinestore.review.difference.PropertyChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Wider ranges of addresses in whatever is changed: firewalls, policies, API servers. */
final class Ranges {

  /** What of a range is left out. */
  private static final String EXCEPT = "except";

  /** What a network is made of lets nobody in. */
  private static final Set<String> OF_NETWORKS = Set.of("cidrBlock", "ipCidrRange");

  private Ranges() {}

  static Stream<Risk> in(Sides sides) {
    return sides.changesOfWhatStays().stream()
        .flatMap(
            change -> change.properties().stream().flatMap(each -> wider(change, each).stream()));
  }

  private static Optional<Risk> wider(Change change, PropertyChange property) {
    String field = property.path().last();
    if (OF_NETWORKS.contains(field)) {
      return Optional.empty();
    }
    List<Cidr> before = ranges(property.before());
    List<Cidr> after = ranges(property.after());
    if (field.equals(EXCEPT)) {
      return texts(outside(before, after))
          .map(less -> risk(change, "%s no longer has %s.".formatted(property.path(), less)));
    }
    String instead = texts(before).map(", where it was "::concat).orElse("");
    return texts(outside(after, before))
        .map(more -> risk(change, "%s now has %s%s.".formatted(property.path(), more, instead)));
  }

  private static List<Cidr> outside(List<Cidr> ranges, List<Cidr> others) {
    return ranges.stream()
        .filter(range -> others.stream().noneMatch(other -> other.contains(range)))
        .toList();
  }

  private static List<Cidr> ranges(JsonNode value) {
    List<Cidr> ranges = new ArrayList<>();
    if (value.isTextual()) {
      Cidr.find(value.asText()).ifPresent(ranges::add);
    } else if (value.isArray()) {
      value.forEach(each -> ranges.addAll(ranges(each)));
    }
    value.properties().stream()
        .filter(each -> !each.getKey().equals(EXCEPT))
        .forEach(each -> ranges.addAll(ranges(each.getValue())));
    return ranges;
  }

  private static Optional<String> texts(List<Cidr> ranges) {
    return Optional.of(ranges.stream().map(Cidr::toString).collect(Collectors.joining(", ")))
        .filter(text -> !text.isEmpty());
  }

  private static Risk risk(Change change, String why) {
    return new Risk(Category.EXPOSURE, change.name(), why);
  }
}
