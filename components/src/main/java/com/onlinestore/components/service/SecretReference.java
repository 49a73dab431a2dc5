package com.onlinestore.components.service;

import static com.onlinestore.components.settings.Checks.matching;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import com.onlinestore.components.settings.Checks;
import jakarta.validation.constraints.Pattern;

/**
 * A value that stays in a Secret of the store's namespace; somebody else puts it there.
 *
 * @param secret the Secret's name
 * @param key the key in it
 */
public record SecretReference(
    @JsonProperty(required = true)
        @JsonPropertyDescription("Name of a Secret in the store's namespace.")
        @Pattern(regexp = Checks.SECRET)
        String secret,
    @JsonProperty(required = true)
        @JsonPropertyDescription("Key in that Secret.")
        @Pattern(regexp = Checks.SECRET_KEY)
        String key) {

  /** Refuses names that no Secret can have. */
  public SecretReference {
    matching("secret", secret, Checks.SECRET);
    matching("key", key, Checks.SECRET_KEY);
  }
}
