package com.onlinestore.components.observability.alerts;

import java.util.Map;
import java.util.TreeMap;

/**
 * What all alerts of a store have in common.
 *
 * @param team who is told where a service names nobody else; null for nobody in particular
 */
public record Alerting(String team, Runbook runbook) {

  /** No team, and the runbooks that come with this program. */
  public static final Alerting DEFAULTS = new Alerting(null, Runbook.OURS);

  /** The same for another team; null changes nothing. */
  public Alerting of(String other) {
    return other == null ? this : new Alerting(other, runbook);
  }

  Map<String, String> labels(Severity severity, Map<String, String> labels) {
    Map<String, String> all = new TreeMap<>(labels);
    all.put("severity", severity.toString());
    if (team != null) {
      all.put("team", team);
    }
    return all;
  }
}
