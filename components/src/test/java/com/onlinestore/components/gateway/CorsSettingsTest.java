package com.onlinestore.components.gateway;

import static com.onlinestore.components.Yaml.assertYaml;
import static org.assertj.core.api.Assertions.assertThat;

import com.onlinestore.components.Yaml;
import com.onlinestore.components.service.Call.HttpMethod;
import com.onlinestore.components.settings.Problem;
import com.onlinestore.components.settings.TimeSpan;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CorsSettingsTest {

  @Test
  void letsPagesReadAndSendFormsWithoutCookiesByDefault() {
    assertThat(read("{origins: ['https://shop.example.com']}"))
        .isEqualTo(
            new CorsSettings(
                List.of("https://shop.example.com"),
                List.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.POST),
                List.of(),
                List.of(),
                false,
                TimeSpan.of("1h")));
  }

  @Test
  void becomesAPolicyThatAnswersEveryPreflight() {
    assertYaml(
        read("""
                origins: ["https://shop.example.com", "http://localhost:3000"]
                methods: [PUT]
                headers: [authorization]
                expose: [x-total]
                credentials: true
                maxAge: 24h
                """)
            .policy(),
        "",
        """
        allowOrigins: [{exact: "https://shop.example.com"}, {exact: "http://localhost:3000"}]
        allowMethods: [PUT]
        allowHeaders: [authorization]
        exposeHeaders: [x-total]
        maxAge: 86400s
        allowCredentials: true
        unmatchedPreflights: IGNORE
        """);
  }

  @Test
  void aStarIsEveryOriginThatIsAWebPage() {
    CorsSettings all = read("{origins: ['*']}");

    assertYaml(all.policy(), "/allowOrigins", "[{prefix: http}]");
    assertThat(all.originValues()).containsExactly("http*");
    assertThat(all.problems()).isEmpty();
  }

  @Test
  void everyPageWithEverybodysCookiesIsAProblem() {
    assertThat(read("{origins: ['*'], credentials: true, maxAge: 1500ms}").problems())
        .containsExactly(
            new Problem(
                "origins",
                "\"*\" with credentials would let every web page act for whoever is logged in; name"
                    + " the origins."),
            new Problem("maxAge", "1500ms must be whole seconds."));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://shop.example.com/",
        "shop.example.com",
        "null",
        "https://*.example.com",
        "https://Shop.example.com"
      })
  void refusesWhatABrowserNeverSends(String origin) {
    assertThat(Yaml.refusal(CorsSettings.class, "{origins: ['" + origin + "']}"))
        .isEqualTo("origins (\"%s\") must match %s.".formatted(origin, CorsSettings.ORIGIN));
  }

  @Test
  void refusesNoOriginAtAll() {
    assertThat(Yaml.refusal(CorsSettings.class, "{origins: []}"))
        .isEqualTo("origins must name at least one.");
  }

  private static CorsSettings read(String yaml) {
    return Yaml.read(CorsSettings.class, yaml);
  }
}
