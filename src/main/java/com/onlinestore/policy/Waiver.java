package com.onlinestore.policy;

import static com.onlinestore.components.settings.Checks.matching;
import static com.onlinestore.components.settings.Checks.required;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.onlinestore.components.settings.Checks;
import jakarta.validation.constraints.Pattern;
import java.time.LocalDate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An exception from a rule that somebody answers for, for a time.
 *
 * @param rule id of the rule
 * @param resource kind, namespace and name as findings show them; {@code *} stands for any text
 * @param reason why, for whoever reviews it
 * @param owner who answers for it
 * @param until the last day on which it holds
 */
public record Waiver(
    @JsonProperty(required = true)
        @JsonPropertyDescription("Id of the rule, such as exposure/plain-http.")
        @Pattern(regexp = Rule.ID)
        String rule,
    @JsonProperty(required = true)
        @JsonPropertyDescription(
            "What it is for, as the finding says: kind, namespace and name, such as Deployment"
                + " store/orders-v1. * stands for any text.")
        @Pattern(regexp = Waiver.RESOURCE)
        String resource,
    @JsonProperty(required = true)
        @JsonPropertyDescription("Why, for whoever reviews it.")
        @Pattern(regexp = Checks.REASON)
        String reason,
    @JsonProperty(required = true)
        @JsonPropertyDescription("Who answers for it.")
        @Pattern(regexp = Waiver.OWNER)
        String owner,
    @JsonProperty(required = true)
        @JsonPropertyDescription(
            "Last day on which it holds, such as 2027-03-31. After it the waiver fails.")
        @JsonDeserialize(using = Day.class)
        LocalDate until) {

  /** A kind and a name, or globs of them. */
  public static final String RESOURCE = "^[A-Za-z0-9*]{1,80} \\S{1,300}$";

  /** A team or a person. */
  public static final String OWNER = "^[A-Za-z0-9][A-Za-z0-9._@-]{0,62}$";

  /** Refuses a waiver without reason, owner or end. */
  public Waiver {
    matching("rule", rule, Rule.ID);
    matching("resource", resource, RESOURCE);
    matching("reason", reason, Checks.REASON);
    matching("owner", owner, OWNER);
    required("until", until);
  }

  /** Whether its last day is over. */
  boolean isExpired(LocalDate today) {
    return today.isAfter(until);
  }

  /** Whether it is about this finding. */
  boolean covers(Finding finding) {
    return rule.equals(finding.rule()) && finding.object().matches(pattern());
  }

  private String pattern() {
    return Stream.of(resource.split("\\*", -1))
        .map(java.util.regex.Pattern::quote)
        .collect(Collectors.joining(".*"));
  }
}
