package com.onlinestore.plan.labels;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Things that select by labels, such as Services, found by the labels of what they select. Each is
 * kept at the one label it wants that the fewest others want, so a search meets few in vain.
 *
 * <p>The trap: what wants no label means everything here. A Service without a selector means no
 * pods: leave it out.
 *
 * @param <T> what selects
 */
public final class SelectorIndex<T> {

  private final Map<Map.Entry<String, String>, List<Selecting<T>>> byRarest = new HashMap<>();
  private final List<Selecting<T>> everything = new ArrayList<>();

  private record Selecting<T>(int position, T thing, Map<String, String> wanted) {}

  private SelectorIndex(List<T> things, Function<T, Map<String, String>> wanted) {
    List<Selecting<T>> all = new ArrayList<>();
    for (T thing : things) {
      all.add(new Selecting<>(all.size(), thing, wanted.apply(thing)));
    }
    Map<Map.Entry<String, String>, Long> wants =
        all.stream()
            .flatMap(each -> each.wanted().entrySet().stream())
            .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    for (Selecting<T> each : all) {
      each.wanted().entrySet().stream()
          .min(Comparator.comparing(wants::get))
          .map(rarest -> byRarest.computeIfAbsent(rarest, label -> new ArrayList<>()))
          .orElse(everything)
          .add(each);
    }
  }

  /** Of these things, and the labels that each of them wants. */
  public static <T> SelectorIndex<T> of(List<T> things, Function<T, Map<String, String>> wanted) {
    return new SelectorIndex<>(things, wanted);
  }

  /** Those that want nothing else than some of these labels, in their order. */
  public List<T> meaning(Map<String, String> labels) {
    return Stream.concat(
            everything.stream(),
            labels.entrySet().stream()
                .flatMap(label -> byRarest.getOrDefault(label, List.of()).stream()))
        .filter(each -> labels.entrySet().containsAll(each.wanted().entrySet()))
        .sorted(Comparator.comparingInt(Selecting::position))
        .map(Selecting::thing)
        .toList();
  }
}
