package com.onlinestore.plan.labels;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * An index for each namespace, as labels mean nothing beyond their own.
 *
 * @param <I> the index
 */
public final class Namespaced<I> {

  private final Map<String, I> indexes;
  private final I ofNothing;

  private Namespaced(Map<String, I> indexes, I ofNothing) {
    this.indexes = indexes;
    this.ofNothing = ofNothing;
  }

  /** Of these things, in their order. */
  public static <T, I> Namespaced<I> of(
      List<T> things, Function<T, String> namespace, Function<List<T>, I> index) {
    return new Namespaced<>(
        things.stream()
            .collect(
                Collectors.groupingBy(
                    namespace, Collectors.collectingAndThen(Collectors.toList(), index))),
        index.apply(List.of()));
  }

  /** The index of a namespace; one of nothing where there is nothing. */
  public I in(String namespace) {
    return indexes.getOrDefault(namespace, ofNothing);
  }
}
