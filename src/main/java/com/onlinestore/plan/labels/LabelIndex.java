package com.onlinestore.plan.labels;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Things with labels, found by some of their labels. A search looks at the things that carry the
 * rarest of the wanted labels, where going through all of them would cost a stack of a thousand
 * services a million comparisons.
 *
 * @param <T> what has the labels
 */
public final class LabelIndex<T> {

  private final List<T> all;
  private final Function<T, Map<String, String>> labels;
  private final Map<Map.Entry<String, String>, List<T>> byLabel;

  private LabelIndex(List<T> all, Function<T, Map<String, String>> labels) {
    this.all = all;
    this.labels = labels;
    this.byLabel =
        all.stream()
            .flatMap(each -> labels.apply(each).entrySet().stream().map(it -> Map.entry(it, each)))
            .collect(
                Collectors.groupingBy(
                    Map.Entry::getKey,
                    Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
  }

  /**
   * Of these things.
   *
   * @param labels asked again at each search, so a cheap field of the thing
   */
  public static <T> LabelIndex<T> of(List<T> things, Function<T, Map<String, String>> labels) {
    return new LabelIndex<>(List.copyOf(things), labels);
  }

  /** Those that carry all the wanted labels, in their order; all of them where none is wanted. */
  public List<T> carrying(Map<String, String> wanted) {
    return wanted.entrySet().stream()
        .map(each -> byLabel.getOrDefault(each, List.of()))
        .min(Comparator.comparingInt(List::size))
        .map(fewest -> fewest.stream().filter(each -> carries(each, wanted)).toList())
        .orElse(all);
  }

  private boolean carries(T thing, Map<String, String> wanted) {
    return labels.apply(thing).entrySet().containsAll(wanted.entrySet());
  }
}
