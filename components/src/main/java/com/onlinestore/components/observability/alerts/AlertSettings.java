package com.onlinestore.components.observability.alerts;

import static com.onlinestore.components.settings.Checks.copy;
import static com.onlinestore.components.settings.Checks.optional;
import static com.onlinestore.components.settings.Checks.sorted;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import com.onlinestore.components.settings.Checks;
import com.onlinestore.components.settings.Nearest;
import com.onlinestore.components.settings.Problem;
import com.onlinestore.components.settings.Problems;
import com.onlinestore.components.settings.Use;
import io.soabase.recordbuilder.core.RecordBuilder;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Who is told what, and where it is written what to do.
 *
 * <pre>{@code
 * var pager =
 *     ReceiverSettingsBuilder.builder().pagerDuty(new SecretKey("pagerduty", "key")).build();
 * var alerts =
 *     AlertSettingsBuilder.builder()
 *         .team("checkout")
 *         .receivers(Map.of("pager", pager))
 *         .otherwise("pager")
 *         .build();
 * }</pre>
 *
 * @param team who is told where a service names nobody else; null for nobody in particular
 * @param runbooks address of the runbooks; null for docs/runbooks.md, which only means something to
 *     those who have the repository, so required where anybody is told
 * @param receivers who can be told, by name; none where nobody is
 * @param routes which alerts go where; the first that fits
 * @param otherwise the receiver of all other alerts
 * @param heartbeat address that is called every minute while all is well; null for none. Whoever
 *     answers there must raise an alarm when the calls stop: a Prometheus that is down tells nobody
 */
@RecordBuilder
public record AlertSettings(
    @JsonPropertyDescription(
            "Team of alerts whose service names no other, for routes. Default: ownership.owner.")
        @Pattern(regexp = AlertSettings.TEAM)
        String team,
    @JsonPropertyDescription(
            "Required where there are receivers. Address of a folder with a page for each alert, such as https://runbooks.example.com,"
                + " or of one page with a section for each, ended by #. Default: docs/runbooks.md#.")
        @Pattern(regexp = AlertSettings.ADDRESS)
        String runbooks,
    @JsonPropertyDescription(
            "Who can be told, by name, such as on-call: {pagerDuty: {secret: pagerduty, key:"
                + " routing-key}}. Default: nobody.")
        Map<String, ReceiverSettings> receivers,
    @JsonPropertyDescription("Which alerts go where. The first that fits.") List<AlertRoute> routes,
    @JsonPropertyDescription("Name of the receiver of all other alerts.")
        @Pattern(regexp = Checks.DNS_LABEL)
        String otherwise,
    @JsonPropertyDescription(
            "Where the address is kept that is called every minute while alerts can be sent."
                + " Default: none.")
        SecretKey heartbeat) {

  /** What the name of a team must look like. */
  public static final String TEAM = "^[a-z0-9]([a-z0-9_-]{0,61}[a-z0-9])?$";

  /** What the address of runbooks must look like. */
  public static final String ADDRESS = "^https?://[^\\s\"]+$";

  /** Receivers that the configuration has anyway. */
  private static final Set<String> TAKEN = Set.of("null", "heartbeat");

  /** Refuses names that nothing can have. */
  public AlertSettings {
    optional("team", team, TEAM);
    optional("runbooks", runbooks, ADDRESS);
    receivers = sorted(receivers);
    routes = copy(routes);
    optional("otherwise", otherwise, Checks.DNS_LABEL);
  }

  /** Nobody is told. */
  public static AlertSettings defaults() {
    return AlertSettingsBuilder.builder().build();
  }

  /** The same, owned by {@code owner} where no team is named. */
  public AlertSettings ownedBy(String owner) {
    return AlertSettingsBuilder.builder(this).team(Checks.or(team, owner)).build();
  }

  /** What alerts have in common. */
  public Alerting alerting() {
    return new Alerting(team, runbooks == null ? Runbook.OURS : new Runbook(runbooks));
  }

  /** Whether nobody is told of any alert. */
  public boolean silent() {
    return receivers.isEmpty();
  }

  /** Secrets that Alertmanager reads, each once. */
  public List<String> secrets() {
    return Stream.concat(
            Stream.ofNullable(heartbeat).map(SecretKey::secret),
            receivers.values().stream().flatMap(ReceiverSettings::secrets))
        .distinct()
        .sorted()
        .toList();
  }

  /** What is wrong across fields. */
  public List<Problem> problems(Use use) {
    if (use == Use.EXISTING) {
      return foreign();
    }
    Problems problems = new Problems();
    receivers.forEach(
        (name, receiver) ->
            problems
                .addIf(
                    TAKEN.contains(name) || !name.matches(Checks.DNS_LABEL),
                    "receivers." + name,
                    "must be a name of lower-case letters, digits and dashes, and neither null nor"
                        + " heartbeat.")
                .addAll("receivers." + name, receiver.problems()));
    for (int i = 0; i < routes.size(); i++) {
      String path = "routes[" + i + "]";
      problems
          .addAll(path + ".receiver", unknown(routes.get(i).receiver()))
          .addIf(
              routes.get(i).matchers().isEmpty(),
              path,
              "fits every alert: name severity or team, or say otherwise: %s.",
              routes.get(i).receiver());
    }
    return problems
        .addAll("otherwise", unknown(otherwise))
        .addIf(
            !receivers.isEmpty() && otherwise == null,
            "otherwise",
            "must name the receiver of the alerts that no route fits (%s).",
            String.join(", ", receivers.keySet()))
        .addIf(
            !receivers.isEmpty() && runbooks == null,
            "runbooks",
            "must say where the runbooks are for whoever is told (%s), such as the address of"
                + " docs/runbooks.md# in your copy of this repository.",
            String.join(", ", receivers.keySet()))
        .addAll("receivers", unused())
        .list();
  }

  private List<Problem> unknown(String receiver) {
    return new Problems()
        .addIf(
            receiver != null && !receivers.containsKey(receiver),
            "",
            "\"%s\" is not one of the receivers.%s",
            receiver,
            receiver == null ? "" : Nearest.didYouMean(receiver, receivers.keySet()))
        .list();
  }

  private List<Problem> unused() {
    Set<String> used =
        Stream.concat(routes.stream().map(AlertRoute::receiver), Stream.ofNullable(otherwise))
            .collect(Collectors.toSet());
    Problems problems = new Problems();
    receivers
        .keySet()
        .forEach(
            name ->
                problems.addIf(
                    otherwise != null && !used.contains(name),
                    name,
                    "gets no alerts: no route leads there; add one, or remove it."));
    return problems.list();
  }

  /** Whoever runs an Alertmanager says who is told. */
  private List<Problem> foreign() {
    String message =
        "has no effect on an Alertmanager that is not ours (observability.use: existing); remove"
            + " it.";
    return new Problems()
        .addIf(!receivers.isEmpty(), "receivers", message)
        .addIf(!routes.isEmpty(), "routes", message)
        .addIf(otherwise != null, "otherwise", message)
        .addIf(heartbeat != null, "heartbeat", message)
        .list();
  }
}
