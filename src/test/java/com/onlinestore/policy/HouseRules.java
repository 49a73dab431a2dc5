package com.onlinestore.policy;

import java.util.List;

/** What a team writes: found by its name in {@code META-INF/services}. */
public final class HouseRules implements RuleCatalogue {

  static final Rule NO_BIG_CONFIG =
      new Rule(
          "acme/no-big-config",
          Severity.ADVISORY,
          "ConfigMaps are small.",
          "A big one slows down every start of a pod.",
          "Put it into a bucket.",
          About.objects(
              "ConfigMap",
              map -> {
                Value big = map.at("metadata", "labels", "acme.example.com/big");
                return big.wrongIf(big.isTrue(), "does not belong into a ConfigMap");
              }));

  @Override
  public List<Rule> rules() {
    return List.of(NO_BIG_CONFIG);
  }
}
