package com.onlinestore.components.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import com.onlinestore.components.Yaml;
import com.onlinestore.components.settings.Image;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServiceVersionsTest {

  @Test
  void aServiceWithoutVersionsIsItsOwnOnlyOne() {
    ServiceSettings settings = Stores.service().version("blue").build();

    assertThat(settings.releases()).containsExactly(entry("blue", settings));
    assertThat(new ServiceVersions(settings).weights()).containsExactly(entry("blue", 100));
  }

  @Test
  void aVersionIsAsItsServiceWhereItSaysNothingElse() {
    Map<String, ServiceSettings> releases =
        settings(
                """
                replicas: 3
                environment: {LEVEL: "1", COLOUR: red}
                versions:
                  v1: {weight: 80}
                  v2:
                    weight: 20
                    image: acme/orders:2
                    autoscaling: {min: 1}
                    environment: {LEVEL: "2"}
                """)
            .releases();

    assertThat(releases.keySet()).containsExactly("v1", "v2");
    assertThat(releases.get("v1").image()).isEqualTo(new Image("acme/orders:1"));
    assertThat(releases.get("v1").replicas()).isEqualTo(3);
    assertThat(releases.get("v1").version()).isEqualTo("v1");
    assertThat(releases.get("v1").versions()).isEmpty();
    assertThat(releases.get("v2").image()).isEqualTo(new Image("acme/orders:2"));
    assertThat(releases.get("v2").replicas()).isNull();
    assertThat(releases.get("v2").autoscaling().min()).isEqualTo(1);
    assertThat(releases.get("v2").environment())
        .containsExactly(entry("COLOUR", "red"), entry("LEVEL", "2"));
    assertThat(releases.values()).allMatch(release -> release.problems().isEmpty());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {v1: {weight: 80}, v2: {weight: 10}} | versions: has weights (v1 80, v2 10) that sum to 90 and must sum to 100, or live must name the version that gets all requests.
          {v1: {}}                             | versions: has weights (v1 0) that sum to 0 and must sum to 100, or live must name the version that gets all requests.
          {v_1: {weight: 100}}                 | versions.v_1: must hold only lower-case letters, digits and dashes, at most 63.
          {v1: {weight: 100, match: [{value: a}]}} | versions.v1.match[0]: needs either a header or a cookie; name one of them.
          {v1: {weight: 100, match: [{header: x, cookie: y, value: a}]}} | versions.v1.match[0]: needs either a header or a cookie; name one of them.
          {v1: {weight: 100, replicas: 2, autoscaling: {}}} | versions.v1.replicas: 2 pods and autoscaling cannot both decide; remove one of them.
          {v1: {weight: 100, autoscaling: {min: 5, max: 3}}} | versions.v1.autoscaling: min (5) must not be greater than max (3).
          """)
  void tellsWhatContradictsItself(String versions, String problem) {
    assertThat(settings("versions: " + versions).problems())
        .extracting(Object::toString)
        .containsExactly(problem);
  }

  @Test
  void theLiveVersionIsOneOfThemAndNeedsNoWeights() {
    assertThat(settings("live: gren\nversions: {blue: {weight: 100}, green: {}}").problems())
        .extracting(Object::toString)
        .containsExactly(
            "versions.blue.weight: 100 contradicts live (\"gren\"), which gets all requests; remove"
                + " one of them.",
            "live: \"gren\" is not one of versions (blue, green). Did you mean \"green\"?");
    assertThat(settings("version: v1\nversions: {v2: {weight: 100}}").problems())
        .extracting(Object::toString)
        .containsExactly(
            "version: \"v1\" names the only version, and versions (v2) has several; remove one of"
                + " them.");
    assertThat(settings("live: v1").problems())
        .extracting(Object::toString)
        .containsExactly("live: \"v1\" is not one of versions ().");
  }

  @Test
  void connectionsCannotBeChosenOrMirrored() {
    assertThat(
            settings(
                    """
                    protocol: tcp
                    versions:
                      v1: {weight: 80, match: [{header: x, value: a}]}
                      v2: {weight: 20, mirror: 10}
                    """)
                .problems())
        .extracting(Object::toString)
        .containsExactly(
            "versions.v1.match: needs requests, and this service speaks tcp; remove it.",
            "versions.v2.mirror: needs requests, and this service speaks tcp; remove it.");
  }

  private static ServiceSettings settings(String yaml) {
    return Yaml.read(ServiceSettings.class, "image: acme/orders:1\n" + yaml);
  }
}
