package com.onlinestore.components.service;

import com.onlinestore.components.settings.Checks;
import com.onlinestore.components.settings.Nearest;
import com.onlinestore.components.settings.Problem;
import com.onlinestore.components.settings.Problems;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The versions of a service that run side by side; one, where none is named. */
record ServiceVersions(ServiceSettings settings) {

  /** Each as the settings of a service of its own, by name. */
  Map<String, ServiceSettings> all() {
    if (settings.versions().isEmpty()) {
      return Map.of(settings.version(), settings);
    }
    Map<String, ServiceSettings> all = new TreeMap<>();
    settings.versions().forEach((name, version) -> all.put(name, version.of(settings, name)));
    return all;
  }

  boolean several() {
    return settings.versions().size() > 1;
  }

  /** Percent of the requests by version, those with none left out. */
  Map<String, Integer> weights() {
    if (settings.versions().isEmpty()) {
      return Map.of(settings.version(), 100);
    }
    if (settings.live() != null) {
      return Map.of(settings.live(), 100);
    }
    Map<String, Integer> weights = new TreeMap<>();
    settings.versions().forEach((name, version) -> weights.put(name, version.weight()));
    weights.values().removeIf(weight -> weight == 0);
    return weights;
  }

  /** Weights that do not sum to 100, and what contradicts itself. */
  List<Problem> problems() {
    Problems problems = new Problems();
    Map<String, VersionSettings> versions = settings.versions();
    boolean requests =
        settings.servicePorts().stream().anyMatch(port -> port.protocol().hasRequests());
    int sum = versions.values().stream().mapToInt(VersionSettings::weight).sum();
    versions.forEach(
        (name, version) -> {
          String path = "versions." + name;
          problems
              .addIf(
                  !name.matches(Checks.DNS_LABEL),
                  path,
                  "must hold only lower-case letters, digits and dashes, at most 63.")
              .addAll(path, version.problems())
              .addIf(
                  version.weight() > 0 && settings.live() != null,
                  path + ".weight",
                  "%d contradicts live (\"%s\"), which gets all requests; remove one of them.",
                  version.weight(),
                  settings.live())
              .addIf(
                  version.replicas() != null && version.autoscaling() != null,
                  path + ".replicas",
                  "%d pods and autoscaling cannot both decide; remove one of them.",
                  version.replicas())
              .addIf(
                  !requests && !version.match().isEmpty(),
                  path + ".match",
                  "needs requests, and this service speaks tcp; remove it.")
              .addIf(
                  !requests && version.mirror() > 0,
                  path + ".mirror",
                  "needs requests, and this service speaks tcp; remove it.");
          if (version.autoscaling() != null) {
            problems.addAll(path + ".autoscaling", version.autoscaling().problems());
          }
        });
    return problems
        .addIf(
            !versions.isEmpty() && settings.version() != null,
            "version",
            "\"%s\" names the only version, and versions (%s) has several; remove one of them.",
            settings.version(),
            names())
        .addIf(
            !versions.isEmpty() && settings.live() == null && sum != 100,
            "versions",
            "has weights (%s) that sum to %d and must sum to 100, or live must name the version"
                + " that gets all requests.",
            listed(),
            sum)
        .addIf(
            settings.live() != null && !versions.containsKey(settings.live()),
            "live",
            "\"%s\" is not one of versions (%s).%s",
            settings.live(),
            names(),
            Nearest.didYouMean(String.valueOf(settings.live()), versions.keySet()))
        .list();
  }

  private String names() {
    return String.join(", ", settings.versions().keySet());
  }

  private String listed() {
    List<String> weights = new ArrayList<>();
    settings.versions().forEach((name, version) -> weights.add(name + " " + version.weight()));
    return String.join(", ", weights);
  }
}
