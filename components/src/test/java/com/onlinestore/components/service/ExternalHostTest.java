package com.onlinestore.components.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.onlinestore.components.Yaml;
import com.onlinestore.components.service.ExternalHost.Protocol;
import com.onlinestore.components.settings.Problem;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExternalHostTest {

  @Test
  void isAnHttpsApiOnAnyPublicAddressByDefault() {
    assertThat(Yaml.read(ExternalHost.class, "host: api.example.com"))
        .isEqualTo(new ExternalHost("api.example.com", 443, Protocol.TLS, List.of()));
  }

  @Test
  void isPlainTcpOnEveryOtherPort() {
    assertThat(Yaml.read(ExternalHost.class, "{host: db.example.com, port: 5432}"))
        .isEqualTo(new ExternalHost("db.example.com", 5432, Protocol.TCP, List.of()));
  }

  @Test
  void isReadFromAStackFile() {
    assertThat(
            Yaml.read(
                ExternalHost.class,
                "{host: a.b, port: 8443, protocol: tls, cidrs: [10.1.0.0/16, \"fd00::/8\"]}"))
        .isEqualTo(new ExternalHost("a.b", 8443, Protocol.TLS, List.of("10.1.0.0/16", "fd00::/8")));
    assertThat(Yaml.read(ExternalHost.class, "{host: a.b, protocol: tcp}").protocol())
        .isEqualTo(Protocol.TCP);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {host: a.b, port: 0}     | port (0) must be from 1 to 65535.
          {host: a.b, port: 65536} | port (65536) must be from 1 to 65535.
          """)
  void refusesPortsOutOfRange(String yaml, String message) {
    assertThat(Yaml.refusal(ExternalHost.class, yaml)).isEqualTo(message);
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost", "*.example.com", "Api.example.com", "a..b", ""})
  void refusesWhatIsNoFullHostName(String host) {
    assertThatThrownBy(() -> new ExternalHost(host, null, null, null))
        .hasMessageStartingWith("host (\"%s\") must match ^", host);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "10.0.0.0",
        "10.0.0.256/32",
        "10.0.0.0/33",
        "10.0.0/8",
        "fd00::/129",
        "example.com/8"
      })
  void refusesWhatIsNoRange(String cidr) {
    assertThatThrownBy(() -> new ExternalHost("a.b", null, null, List.of(cidr)))
        .hasMessageStartingWith("cidrs (\"%s\") must match ^", cidr);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "10.01.0.0/16",
        ":::/64",
        "1:2:3/64",
        "1:2:3:4:5:6:7:8::/112",
        "::1:2:3:4:5:6:7:8/112",
        "1:2:3:4::5:6:7:8/112",
        "1:2:3:4:5:6:7:8:9/112",
        "1:2:3:4:5:6:7::8:9/112"
      })
  void refusesARangeTheApiServerRefuses(String cidr) {
    assertThatThrownBy(() -> new ExternalHost("a.b", null, null, List.of(cidr)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1:2:3:4:5:6:7:8/128",
        "1:2:3:4:5:6:7::/112",
        "::2:3:4:5:6:7:8/112",
        "1:2:3::5:6:7:8/112",
        "2001:db8::/32",
        "::1/128"
      })
  void takesARangeTheApiServerTakes(String cidr) {
    assertThat(new ExternalHost("a.b", null, null, List.of(cidr)).cidrs()).containsExactly(cidr);
  }

  @ParameterizedTest
  @ValueSource(strings = {"orders.store.svc", "orders.store.svc.cluster.local"})
  void aHostOfTheClusterIsAProblem(String host) {
    assertThat(new ExternalHost(host, null, null, null).problems())
        .containsExactly(
            new Problem(
                "host",
                "\"%s\" is inside the cluster; external hosts are outside it.".formatted(host)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.0.0.0/0", "::/0"})
  void everyAddressIsAProblem(String cidr) {
    assertThat(new ExternalHost("a.b", null, null, List.of("10.0.0.0/10", cidr)).problems())
        .containsExactly(
            new Problem(
                "cidrs[1]",
                "\"%s\" is every address; name the host's own range or leave cidrs away."
                    .formatted(cidr)));
  }
}
