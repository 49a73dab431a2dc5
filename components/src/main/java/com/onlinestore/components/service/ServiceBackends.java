package com.onlinestore.components.service;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The Services that a router sends requests to which knows no subsets: the service's own or, where
 * several versions run, one for each of them.
 */
public record ServiceBackends(String service, ServiceSettings settings) {

  /** The names of all these Services. */
  public List<String> names() {
    return several()
        ? settings.versions().keySet().stream().map(this::nameOf).toList()
        : List.of(service);
  }

  /** Percent of the requests by Service, those with none left out. */
  public Map<String, Integer> weights() {
    if (!several()) {
      return Map.of(service, 100);
    }
    Map<String, Integer> weights = new LinkedHashMap<>();
    new ServiceVersions(settings)
        .weights()
        .forEach((version, weight) -> weights.put(nameOf(version), weight));
    return weights;
  }

  /** Requests that always go to one Service, by its name. */
  public Map<String, List<RequestMatch>> chosen() {
    Map<String, List<RequestMatch>> chosen = new LinkedHashMap<>();
    if (several()) {
      settings.versions().forEach((version, how) -> chosen.put(nameOf(version), how.match()));
      chosen.values().removeIf(List::isEmpty);
    }
    return chosen;
  }

  /** Percent of the requests that a Service gets a copy of, by its name. */
  public Map<String, Integer> mirrors() {
    Map<String, Integer> mirrors = new LinkedHashMap<>();
    if (several()) {
      settings.versions().forEach((version, how) -> mirrors.put(nameOf(version), how.mirror()));
      mirrors.values().removeIf(percent -> percent == 0);
    }
    return mirrors;
  }

  /** Versions with a Service of their own; none where the service's own will do. */
  Map<String, ServiceSettings> versions() {
    return several() ? settings.releases() : Map.of();
  }

  private boolean several() {
    return new ServiceVersions(settings).several();
  }

  private String nameOf(String version) {
    return Store.nameOf(service, version);
  }
}
