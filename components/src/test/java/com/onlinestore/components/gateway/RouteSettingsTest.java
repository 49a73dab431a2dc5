package com.onlinestore.components.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.onlinestore.components.Yaml;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RouteSettingsTest {

  @Test
  void keepsThePathOnAllHostsByDefault() {
    assertThat(Yaml.read(RouteSettings.class, "{path: /orders, service: orders}"))
        .isEqualTo(Gateways.route("/orders", "orders", null, null));
  }

  @Test
  void isReadFromAStackFile() {
    assertThat(
            Yaml.read(
                RouteSettings.class,
                "{path: /, service: orders, rewrite: /api, host: \"*.example.com\"}"))
        .isEqualTo(Gateways.route("/", "orders", "/api", "*.example.com"));
  }

  @Test
  void asksNobodyForAnythingUnlessTold() {
    RouteSettings open = Yaml.read(RouteSettings.class, "{path: /, service: a}");
    RouteSettings guarded =
        Yaml.read(
            RouteSettings.class,
            "{path: /, service: a, token: required, claims: {role: [x]}, login: true}");

    assertThat(open.token()).isEqualTo(TokenUse.OPTIONAL);
    assertThat(open.claims()).isEmpty();
    assertThat(open.guarded()).isFalse();
    assertThat(guarded)
        .isEqualTo(
            new RouteSettings(
                "/",
                "a",
                null,
                null,
                null,
                TokenUse.REQUIRED,
                Map.of("role", List.of("x")),
                true,
                null));
    assertThat(guarded.guarded()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {path: orders, service: a}         | path ("orders") must match ^/([^\\s?#]*[^\\s?#/])?$.
          {path: /orders/, service: a}       | path ("/orders/") must match ^/([^\\s?#]*[^\\s?#/])?$.
          {path: /a, service: B}             | service ("B") must match ^[a-z]([a-z0-9-]{0,40}[a-z0-9])?$.
          {path: /a, service: b, rewrite: c} | rewrite ("c") must match ^/([^\\s?#]*[^\\s?#/])?$.
          """)
  void refusesWhatIsNoPathOrService(String yaml, String message) {
    assertThat(Yaml.refusal(RouteSettings.class, yaml)).isEqualTo(message);
  }

  @Test
  void appliesToItsOwnHostOrToAll() {
    RouteSettings own = Gateways.route("/", "orders", null, "a.example.com");

    assertThat(own.appliesTo("a.example.com")).isTrue();
    assertThat(own.appliesTo("b.example.com")).isFalse();
    assertThat(Gateways.route("/", "orders").appliesTo("b.example.com")).isTrue();
  }
}
