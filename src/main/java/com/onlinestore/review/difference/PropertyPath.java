package com.onlinestore.review.difference;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a value is in the inputs of a resource, as in {@code spec.containers[orders].image}: an
 * element of a list goes by its name where it has one, so that a new neighbour does not rename it.
 *
 * @param steps from the top
 */
public record PropertyPath(List<Step> steps) {

  static final PropertyPath TOP = new PropertyPath(List.of());

  private static final int NO_INDEX = -1;
  private static final int ANY_INDEX = -2;
  private static final Pattern STEP = Pattern.compile("\\[\"([^\"]*)\"]|\\[(\\*|\\d+)]|([^.\\[]+)");
  private static final Pattern PLAIN = Pattern.compile("[\\w$-]+");

  /** Copies the list. */
  public PropertyPath {
    steps = List.copyOf(steps);
  }

  /** Reads a path as Pulumi writes them: {@code spec.http[0].route[*]["a.b"]}. */
  public static PropertyPath parse(String text) {
    List<Step> steps = new ArrayList<>();
    Matcher step = STEP.matcher(text);
    while (step.find()) {
      if (step.group(2) != null) {
        boolean any = step.group(2).equals("*");
        steps.add(new Step(step.group(2), any ? ANY_INDEX : Integer.parseInt(step.group(2))));
      } else {
        steps.add(new Step(step.group(1) == null ? step.group(3) : step.group(1), NO_INDEX));
      }
    }
    return new PropertyPath(steps);
  }

  PropertyPath field(String name) {
    return with(new Step(name, NO_INDEX));
  }

  PropertyPath element(String label, int index) {
    return with(new Step(label, index));
  }

  /** The name of the value itself; empty for the top. */
  public String last() {
    return steps.isEmpty() ? "" : steps.get(steps.size() - 1).key();
  }

  /** The same, but empty for an element of a list, whose name is anybody's choice. */
  public String lastField() {
    return isElement() ? "" : last();
  }

  /** What this is in. */
  public PropertyPath outer() {
    return steps.isEmpty() ? this : new PropertyPath(steps.subList(0, steps.size() - 1));
  }

  /** Whether this is an element of a list. */
  public boolean isElement() {
    return !steps.isEmpty() && steps.get(steps.size() - 1).index != NO_INDEX;
  }

  /** Whether this is {@code top} or something in it. */
  public boolean isIn(PropertyPath top) {
    return top.steps.size() <= steps.size() && fits(top, top.steps.size());
  }

  /** Whether this is around {@code inner}, or the same. */
  boolean isAround(PropertyPath inner) {
    return steps.size() <= inner.steps.size() && fits(inner, steps.size());
  }

  /**
   * What of {@code value}, which stands here, is at {@code inner}; missing where there is nothing.
   */
  JsonNode at(PropertyPath inner, JsonNode value) {
    JsonNode found = value;
    for (Step step : inner.steps.subList(steps.size(), inner.steps.size())) {
      if (step.index == ANY_INDEX) {
        return found.isEmpty() ? MissingNode.getInstance() : found;
      }
      found = step.index == NO_INDEX ? found.path(step.key) : found.path(step.index);
    }
    return found;
  }

  private boolean fits(PropertyPath other, int length) {
    for (int i = 0; i < length; i++) {
      if (!steps.get(i).fits(other.steps.get(i))) {
        return false;
      }
    }
    return true;
  }

  private PropertyPath with(Step step) {
    List<Step> longer = new ArrayList<>(steps);
    longer.add(step);
    return new PropertyPath(longer);
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (Step step : steps) {
      if (step.index != NO_INDEX) {
        text.append('[').append(step.key).append(']');
      } else if (!PLAIN.matcher(step.key).matches()) {
        text.append("[\"").append(step.key).append("\"]");
      } else {
        text.append(text.isEmpty() ? "" : ".").append(step.key);
      }
    }
    return text.toString();
  }

  /**
   * One step.
   *
   * @param key name of a field; of an element its name or position, for people
   * @param index position in a list
   */
  record Step(String key, int index) {

    boolean fits(Step other) {
      if (index == NO_INDEX || other.index == NO_INDEX) {
        return index == other.index && key.equals(other.key);
      }
      return index == other.index || index == ANY_INDEX || other.index == ANY_INDEX;
    }
  }
}
