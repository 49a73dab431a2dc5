package com.onlinestore.components.observability.alerts;

import static com.onlinestore.components.settings.Checks.matching;
import static com.onlinestore.components.settings.Checks.optional;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import com.onlinestore.components.settings.Checks;
import jakarta.validation.constraints.Pattern;
import java.util.ArrayList;
import java.util.List;

/**
 * Which alerts go to a receiver.
 *
 * @param severity only these; null for all
 * @param team only those of this team; null for all
 * @param receiver where they go
 */
public record AlertRoute(
    @JsonPropertyDescription("Only alerts of this severity: critical, warning or info.")
        Severity severity,
    @JsonPropertyDescription("Only alerts of this team.") @Pattern(regexp = AlertSettings.TEAM)
        String team,
    @JsonProperty(required = true)
        @JsonPropertyDescription("Name of the receiver.")
        @Pattern(regexp = Checks.DNS_LABEL)
        String receiver) {

  /** Refuses names that nothing can have. */
  public AlertRoute {
    optional("team", team, AlertSettings.TEAM);
    matching("receiver", receiver, Checks.DNS_LABEL);
  }

  /** As Alertmanager writes them. */
  List<String> matchers() {
    List<String> matchers = new ArrayList<>();
    if (severity != null) {
      matchers.add("severity = \"" + severity + "\"");
    }
    if (team != null) {
      matchers.add("team = \"" + team + "\"");
    }
    return matchers;
  }
}
