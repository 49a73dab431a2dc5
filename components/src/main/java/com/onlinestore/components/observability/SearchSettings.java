package com.onlinestore.components.observability;

import static com.onlinestore.components.settings.Checks.matching;
import static com.onlinestore.components.settings.Checks.optional;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import com.onlinestore.components.settings.Checks;
import jakarta.validation.constraints.Pattern;

/**
 * An OpenSearch or Elasticsearch that is somebody else's.
 *
 * <pre>{@code
 * var search = new SearchSettings("https://search.example.com:9200", "traces-login");
 * }</pre>
 *
 * @param url where it answers
 * @param secret with the keys username and password, in Jaeger's namespace; null for no login
 */
public record SearchSettings(
    @JsonProperty(required = true)
        @JsonPropertyDescription("Where it answers, such as https://search.example.com:9200.")
        @Pattern(regexp = ObservabilitySettings.URL)
        String url,
    @JsonPropertyDescription(
            "Name of a Secret in the namespace tracing with the keys username and password."
                + " Default: no login.")
        @Pattern(regexp = Checks.DNS_LABEL)
        String secret) {

  /** Refuses what is no address. */
  public SearchSettings {
    matching("url", url, ObservabilitySettings.URL);
    optional("secret", secret, Checks.DNS_LABEL);
  }
}
