package com.onlinestore.components.observability.alerts;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import com.onlinestore.components.settings.Problem;
import com.onlinestore.components.settings.Problems;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Who is told: each of the ways that are set.
 *
 * <pre>{@code
 * var pager =
 *     ReceiverSettingsBuilder.builder().pagerDuty(new SecretKey("pagerduty", "key")).build();
 * }</pre>
 *
 * @param pagerDuty the routing key of a service there
 * @param slack a channel
 * @param email people by mail
 * @param webhook an address that takes Alertmanager's JSON
 */
@RecordBuilder
public record ReceiverSettings(
    @JsonPropertyDescription("Where the routing key of a service of PagerDuty is kept.")
        SecretKey pagerDuty,
    @JsonPropertyDescription("A channel of Slack.") SlackSettings slack,
    @JsonPropertyDescription("People by mail.") EmailSettings email,
    @JsonPropertyDescription("Where an address that takes Alertmanager's JSON is kept.")
        SecretKey webhook) {

  /** The Secrets with what it must not say. */
  Stream<String> secrets() {
    return Stream.of(
            pagerDuty,
            slack == null ? null : slack.url(),
            email == null ? null : email.password(),
            webhook)
        .filter(Objects::nonNull)
        .map(SecretKey::secret);
  }

  /** A receiver that tells nobody. */
  List<Problem> problems() {
    return new Problems()
        .addIf(
            secrets().findAny().isEmpty(),
            "",
            "tells nobody: name pagerDuty, slack, email or webhook.")
        .list();
  }
}
