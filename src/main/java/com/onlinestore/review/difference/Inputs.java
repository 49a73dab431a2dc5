package com.onlinestore.review.difference;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Compares the inputs of a resource before and after. */
final class Inputs {

  private static final String NAME = "name";

  private final List<PropertyChange> changes = new ArrayList<>();

  private Inputs() {}

  /** What differs, from the top. */
  static List<PropertyChange> changes(JsonNode before, JsonNode after) {
    Inputs inputs = new Inputs();
    inputs.compare(PropertyPath.TOP, before, after);
    return inputs.changes;
  }

  /** Whether two values mean the same: 1 and 1.0 do. */
  static boolean same(JsonNode before, JsonNode after) {
    return before.equals(Inputs::compareNumbers, after);
  }

  private static int compareNumbers(JsonNode left, JsonNode right) {
    if (left.isNumber() && right.isNumber()) {
      return new BigDecimal(left.asText()).compareTo(new BigDecimal(right.asText()));
    }
    return left.equals(right) ? 0 : 1;
  }

  private void compare(PropertyPath path, JsonNode before, JsonNode after) {
    if (same(before, after)) {
      return;
    }
    Optional<JsonNode> oldText = JsonText.read(before);
    Optional<JsonNode> newText = JsonText.read(after);
    if (oldText.isPresent() && newText.isPresent()) {
      compare(path, oldText.get(), newText.get());
    } else if (before.isObject() && after.isObject()) {
      compareFields(path, before, after);
    } else if (haveNames(before) && haveNames(after)) {
      compareByName(path, before, after);
    } else if (haveObjects(before) && haveObjects(after)) {
      compareByPosition(path, before, after);
    } else {
      changes.add(new PropertyChange(path, before, after));
    }
  }

  private void compareFields(PropertyPath path, JsonNode before, JsonNode after) {
    Set<String> names = new TreeSet<>();
    before.fieldNames().forEachRemaining(names::add);
    after.fieldNames().forEachRemaining(names::add);
    names.forEach(name -> compare(path.field(name), before.path(name), after.path(name)));
  }

  private void compareByName(PropertyPath path, JsonNode before, JsonNode after) {
    Map<String, Integer> old = positions(before);
    Map<String, Integer> now = positions(after);
    now.forEach(
        (name, index) ->
            compare(
                path.element(name, index),
                old.containsKey(name) ? before.get(old.get(name)) : MissingNode.getInstance(),
                after.get(index)));
    old.forEach(
        (name, index) -> {
          if (!now.containsKey(name)) {
            compare(path.element(name, index), before.get(index), MissingNode.getInstance());
          }
        });
    List<String> stayed = new ArrayList<>(old.keySet());
    stayed.retainAll(now.keySet());
    List<String> order = new ArrayList<>(now.keySet());
    order.retainAll(old.keySet());
    if (!stayed.equals(order)) {
      changes.add(new PropertyChange(path, Values.list(stayed), Values.list(order)));
    }
  }

  /**
   * What is the same on both sides is left out first, so that a new element does not move others.
   */
  private void compareByPosition(PropertyPath path, JsonNode before, JsonNode after) {
    List<Integer> gone = positionsOf(before);
    List<Integer> come = new ArrayList<>();
    for (int index : positionsOf(after)) {
      JsonNode element = after.get(index);
      if (!gone.removeIf(first(gone, old -> same(before.get(old), element)))) {
        come.add(index);
      }
    }
    int pairs = Math.min(gone.size(), come.size());
    for (int i = 0; i < pairs; i++) {
      int index = come.get(i);
      compare(
          path.element(String.valueOf(index), index), before.get(gone.get(i)), after.get(index));
    }
    gone.subList(pairs, gone.size())
        .forEach(
            index ->
                compare(
                    path.element(String.valueOf(index), index),
                    before.get(index),
                    MissingNode.getInstance()));
    come.subList(pairs, come.size())
        .forEach(
            index ->
                compare(
                    path.element(String.valueOf(index), index),
                    MissingNode.getInstance(),
                    after.get(index)));
    if (gone.isEmpty() && come.isEmpty()) {
      changes.add(new PropertyChange(path, before, after));
    }
  }

  /** Fits the first that {@code wanted} fits, and no other. */
  private static Predicate<Integer> first(List<Integer> of, Predicate<Integer> wanted) {
    return of.stream()
        .filter(wanted)
        .findFirst()
        .<Predicate<Integer>>map(found -> found::equals)
        .orElse(none -> false);
  }

  private static boolean haveObjects(JsonNode list) {
    return list.isArray() && !list.isEmpty() && elements(list).allMatch(JsonNode::isObject);
  }

  /** Whether each element has a name that no other has. */
  private static boolean haveNames(JsonNode list) {
    if (!haveObjects(list)) {
      return false;
    }
    Set<String> names = new HashSet<>();
    return elements(list).allMatch(each -> each.path(NAME).isTextual() && names.add(name(each)));
  }

  private static Map<String, Integer> positions(JsonNode list) {
    Map<String, Integer> positions = new LinkedHashMap<>();
    for (int i = 0; i < list.size(); i++) {
      positions.put(name(list.get(i)), i);
    }
    return Collections.unmodifiableMap(positions);
  }

  private static List<Integer> positionsOf(JsonNode list) {
    List<Integer> positions = new ArrayList<>();
    for (int i = 0; i < list.size(); i++) {
      positions.add(i);
    }
    return positions;
  }

  private static String name(JsonNode element) {
    return element.path(NAME).asText();
  }

  private static Stream<JsonNode> elements(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false);
  }
}
