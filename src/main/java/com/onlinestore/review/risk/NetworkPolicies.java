package com.onlinestore.review.risk;

import com.fasterxml.jackson.databind.JsonNode;
import com.onlinestore.plan.Manifest;
import com.onlinestore.review.difference.Change;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * NetworkPolicies that let in, or out, whom they did not. One more group of pods that is named is
 * no risk here: who may call is told by {@link Calls}. New ranges of addresses are in {@link
 * Ranges}.
 */
final class NetworkPolicies {

  private static final String KIND = "NetworkPolicy";
  private static final List<String> DIRECTIONS = List.of("ingress", "egress");

  private NetworkPolicies() {}

  static Stream<Risk> in(Sides sides) {
    return Stream.concat(changed(sides), added(sides));
  }

  private static Stream<Risk> changed(Sides sides) {
    List<Risk> risks = new ArrayList<>();
    for (Change change : sides.changesOfWhatStays()) {
      if (change.resource().kind().equals(KIND)) {
        JsonNode before = change.before().inputs().path("spec");
        JsonNode after = change.after().inputs().path("spec");
        for (String direction : DIRECTIONS) {
          if (restricts(before, direction) && !restricts(after, direction)) {
            risks.add(
                risk(
                    change,
                    direction.equals("ingress")
                        ? "no longer restricts who reaches its pods."
                        : "no longer restricts what its pods reach."));
          } else if (restricts(before, direction)) {
            List<Allowance> old = Allowance.of(before, direction);
            tell(
                change,
                Allowance.of(after, direction).stream().filter(now -> opens(now, old)).toList(),
                risks);
          }
        }
      }
    }
    return risks.stream();
  }

  /** Policies add up, so a new one opens what others closed. */
  private static Stream<Risk> added(Sides sides) {
    List<Risk> risks = new ArrayList<>();
    for (Change change :
        sides.changes(
            each -> each.kind() == Change.Kind.ADD && each.resource().kind().equals(KIND))) {
      Manifest policy = Manifest.of(change.after()).orElseThrow();
      for (String direction : DIRECTIONS) {
        if (wasClosed(policy, direction, sides)) {
          tell(
              change,
              Allowance.of(policy.content().path("spec"), direction).stream()
                  .filter(Allowance::isForEverybody)
                  .toList(),
              risks);
        }
      }
    }
    return risks.stream();
  }

  private static boolean wasClosed(Manifest policy, String direction, Sides sides) {
    return sides.before().manifests().stream()
            .filter(each -> each.kind().equals(KIND))
            .filter(each -> each.namespace().equals(policy.namespace()))
            .anyMatch(each -> restricts(each.content().path("spec"), direction))
        && sides.before().manifests().stream().anyMatch(each -> Selection.holds(policy, each));
  }

  private static boolean opens(Allowance now, List<Allowance> before) {
    if (before.stream().anyMatch(old -> old.covers(now))) {
      return false;
    }
    return now.peer().has("ipBlock")
        ? before.stream().anyMatch(old -> Peers.covers(old.peer(), now.peer()))
        : now.isBroad() || before.stream().anyMatch(old -> Peers.covers(now.peer(), old.peer()));
  }

  private static void tell(Change change, List<Allowance> opened, List<Risk> risks) {
    Map<String, List<Allowance>> byPeer =
        opened.stream()
            .collect(
                Collectors.groupingBy(
                    each ->
                        (each.direction().equals("ingress") ? "lets in " : "lets its pods out to ")
                            + Peers.text(each.peer()),
                    LinkedHashMap::new,
                    Collectors.toList()));
    byPeer.forEach(
        (who, allowances) ->
            risks.add(
                risk(
                    change,
                    "%s on %s from now on.".formatted(who, Allowance.portTexts(allowances)))));
  }

  /** As Kubernetes has it where a policy does not say. */
  private static boolean restricts(JsonNode spec, String direction) {
    if (spec.path("policyTypes").isEmpty()) {
      return direction.equals("ingress") || !spec.path("egress").isEmpty();
    }
    Set<String> types = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    spec.path("policyTypes").forEach(type -> types.add(type.asText()));
    return types.contains(direction);
  }

  private static Risk risk(Change change, String why) {
    return new Risk(Category.EXPOSURE, change.name(), why);
  }
}
