package com.onlinestore.components.observability.alerts;

import static com.onlinestore.components.settings.Checks.matching;
import static com.onlinestore.components.settings.Checks.required;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import jakarta.validation.constraints.Pattern;

/**
 * A channel of Slack.
 *
 * <pre>{@code
 * var slack = new SlackSettings("#alerts", new SecretKey("slack", "url"));
 * }</pre>
 *
 * @param channel such as #store
 * @param url the address of an incoming webhook, which is secret
 */
public record SlackSettings(
    @JsonProperty(required = true)
        @JsonPropertyDescription("The channel in quotes, such as \"#store\".")
        @Pattern(regexp = SlackSettings.CHANNEL)
        String channel,
    @JsonProperty(required = true)
        @JsonPropertyDescription("Where the address of the incoming webhook is kept.")
        SecretKey url) {

  /** What a channel must look like. */
  public static final String CHANNEL = "^[#@]?[a-z0-9][a-z0-9._-]{0,79}$";

  /** Refuses names that no channel can have. */
  public SlackSettings {
    matching("channel", channel, CHANNEL);
    required("url", url);
  }
}
