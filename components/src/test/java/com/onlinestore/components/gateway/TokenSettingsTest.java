package com.onlinestore.components.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.onlinestore.components.Yaml;
import com.onlinestore.components.settings.Problem;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokenSettingsTest {

  @Test
  void isReadFromAStackFile() {
    TokenSettings read =
        Yaml.read(
            TokenSettings.class,
            """
            issuer: https://id.example.com/
            jwksUri: https://id.example.com/.well-known/jwks.json
            audiences: [store]
            headers: {x-user-id: sub, x-groups: "cognito:groups", x-roles: realm_access.roles}
            """);

    assertThat(read.issuer()).isEqualTo("https://id.example.com/");
    assertThat(read.jwksUri()).isEqualTo("https://id.example.com/.well-known/jwks.json");
    assertThat(read.audiences()).containsExactly("store");
    assertThat(read.headers())
        .containsExactly(
            Map.entry("x-groups", "cognito:groups"),
            Map.entry("x-roles", "realm_access.roles"),
            Map.entry("x-user-id", "sub"));
    assertThat(read.problems()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {issuer: 'http://a', jwksUri: 'https://a', audiences: [b]}  | issuer ("http://a") must match ^https://[^\\s*]+$.
          {issuer: 'https://a', jwksUri: 'http://a', audiences: [b]}  | jwksUri ("http://a") must match ^https://[^\\s*]+$.
          {issuer: 'https://a', jwksUri: 'https://a', audiences: []}  | audiences must name whom a token is for.
          """)
  void refusesWhatCouldBeReadOrWouldDoForAnybody(String yaml, String message) {
    assertThat(Yaml.refusal(TokenSettings.class, yaml)).isEqualTo(message);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"authorization", "X-User", "x-forwarded-for", "x-envoy-a", "x-request-id", "x-"})
  void aHeaderThatMeansSomethingElseIsAProblem(String header) {
    assertThat(token(Map.of(header, "sub")).problems())
        .containsExactly(
            new Problem(
                "headers." + header,
                "must be lower case, begin with x-, and be none of the proxy's own, such as"
                    + " x-user-id."));
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://example.com/roles", "a..b", "", "a][b"})
  void aClaimThatIstioCannotLookUpIsAProblem(String claim) {
    assertThat(token(Map.of("x-role", claim)).problems())
        .containsExactly(
            new Problem(
                "headers.x-role",
                "\"%s\" must be the name of a claim, such as sub or realm_access.roles."
                    .formatted(claim)));
  }

  private static TokenSettings token(Map<String, String> headers) {
    return new TokenSettings("https://a", "https://a", List.of("b"), headers);
  }
}
