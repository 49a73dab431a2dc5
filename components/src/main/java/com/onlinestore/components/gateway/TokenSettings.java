package com.onlinestore.components.gateway;

import static com.onlinestore.components.settings.Checks.eachMatching;
import static com.onlinestore.components.settings.Checks.matching;
import static com.onlinestore.components.settings.Checks.sorted;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import com.onlinestore.components.settings.Problem;
import com.onlinestore.components.settings.Problems;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;

/**
 * Somebody who issues end-user tokens that the gateway believes.
 *
 * <pre>{@code
 * var tokens =
 *     new TokenSettings(
 *         "https://login.example.com",
 *         "https://login.example.com/keys",
 *         List.of("store"),
 *         Map.of());
 * }</pre>
 *
 * @param issuer as in the tokens' claim {@code iss}, to the letter
 * @param jwksUri where its public keys are
 * @param audiences a token must be for one of them, or tokens for others would do
 * @param headers what services get as headers, by header: the name of a claim
 */
public record TokenSettings(
    @JsonProperty(required = true)
        @JsonPropertyDescription(
            "The issuer as its tokens name it, such as https://id.example.com/.")
        @Pattern(regexp = TokenSettings.URL)
        String issuer,
    @JsonProperty(required = true)
        @JsonPropertyDescription(
            "Where the issuer's public keys are. Istio's control plane fetches them, so it must"
                + " reach this address.")
        @Pattern(regexp = TokenSettings.URL)
        String jwksUri,
    @JsonProperty(required = true)
        @JsonPropertyDescription("Whom a token must be for: one of these.")
        @Size(min = 1)
        List<@Pattern(regexp = TokenSettings.AUDIENCE) String> audiences,
    @JsonPropertyDescription(
            "Headers that services get, by name, each with the claim it is made of, such as"
                + " x-user-id: sub. A client cannot set them. Default: none.")
        Map<String, String> headers) {

  /** What an address must look like. */
  public static final String URL = "^https://[^\\s*]+$";

  /** What an audience must look like. */
  public static final String AUDIENCE = "^\\S+$";

  /** Names and, after a dot, names in them. Istio cannot look up one that is an address. */
  static final String CLAIM = "^[A-Za-z0-9_:-]+(\\.[A-Za-z0-9_:-]+)*$";

  /** None that HTTP or the proxy gives a meaning of its own. */
  private static final String HEADER = "^x-(?!(envoy|forwarded|request-id$))[a-z0-9-]*[a-z0-9]$";

  /** Refuses addresses without encryption, and an issuer whose tokens would be for anybody. */
  public TokenSettings {
    matching("issuer", issuer, URL);
    matching("jwksUri", jwksUri, URL);
    audiences = eachMatching("audiences", audiences, AUDIENCE);
    headers = sorted(headers);
    if (audiences.isEmpty()) {
      throw new IllegalArgumentException("audiences must name whom a token is for.");
    }
  }

  /** Headers and claims that cannot be. */
  public List<Problem> problems() {
    Problems problems = new Problems();
    headers.forEach(
        (header, claim) ->
            problems
                .addIf(
                    !header.matches(HEADER),
                    "headers." + header,
                    "must be lower case, begin with x-, and be none of the proxy's own, such as"
                        + " x-user-id.")
                .addIf(
                    !claim.matches(CLAIM),
                    "headers." + header,
                    "\"%s\" must be the name of a claim, such as sub or realm_access.roles.",
                    claim));
    return problems.list();
  }
}
