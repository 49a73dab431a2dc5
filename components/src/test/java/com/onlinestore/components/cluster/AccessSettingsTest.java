package com.onlinestore.components.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.onlinestore.components.Yaml;
import com.onlinestore.components.settings.Problem;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccessSettingsTest {

  @Test
  void byDefaultTheApiServerIsReachedFromInsideItsNetworkAlone() {
    assertThat(Yaml.read(AccessSettings.class, "{}"))
        .isEqualTo(AccessSettings.defaults())
        .isEqualTo(new AccessSettings(List.of(), null, null));
    assertThat(AccessSettings.defaults().isPublic()).isFalse();
    assertThat(AccessSettings.defaults().problems()).isEmpty();
  }

  @Test
  void isReadFromAStackFile() {
    AccessSettings publicly =
        Yaml.read(AccessSettings.class, "publicFrom: [203.0.113.0/24, 198.51.100.7/32]");

    assertThat(publicly)
        .isEqualTo(new AccessSettings(List.of("203.0.113.0/24", "198.51.100.7/32"), null, null));
    assertThat(publicly.isPublic()).isTrue();
    assertThat(publicly.problems()).isEmpty();
    assertThat(Yaml.read(AccessSettings.class, "privateFrom: [10.99.0.0/16]"))
        .isEqualTo(new AccessSettings(List.of(), List.of("10.99.0.0/16"), null));
    assertThat(Yaml.read(AccessSettings.class, "privateFrom: [10.99.0.0/16]").problems()).isEmpty();
    assertThat(Yaml.read(AccessSettings.class, "proxy: http://localhost:8888"))
        .isEqualTo(new AccessSettings(List.of(), null, "http://localhost:8888"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "publicFrom: [0.0.0.0/0]|publicFrom[0]: \"0.0.0.0/0\" opens the API server to the internet;"
            + " name the ranges of your offices, runners and VPN, none wider than /8.",
        "publicFrom: [11.0.0.0/8, 2.0.0.0/7]|publicFrom[1]: \"2.0.0.0/7\" opens the API server to"
            + " the internet; name the ranges of your offices, runners and VPN, none wider than"
            + " /8.",
        "publicFrom: [11.0.0.0/8, 203.0.113.7/24]|publicFrom[1]: 203.0.113.7/24 must begin at"
            + " 203.0.113.0/24.",
        "publicFrom: [192.168.1.0/24]|publicFrom[0]: \"192.168.1.0/24\" is a private range, from which"
            + " nothing reaches a public endpoint; name it in privateFrom where its network is connected to the cluster's.",
        "privateFrom: [10.99.0.1/16]|privateFrom[0]: 10.99.0.1/16 must begin at 10.99.0.0/16.",
        "{publicFrom: [11.0.0.0/8], proxy: http://proxy:1}|proxy: has no effect on a public"
            + " endpoint (publicFrom: [11.0.0.0/8]); remove one."
      })
  void saysWhatIsWrong(String yaml, String message) {
    assertThat(Yaml.read(AccessSettings.class, yaml).problems())
        .extracting(Problem::toString)
        .containsExactly(message);
  }

  @Property
  void noRangeIsWiderThanOneOfSomebodysOwn(@ForAll @IntRange(max = 32) int prefix) {
    List<Problem> problems =
        new AccessSettings(List.of(new Cidr(0, prefix).toString()), null, null).problems();

    assertThat(problems.isEmpty()).isEqualTo(prefix >= 8);
  }

  @Test
  void refusesTextThatIsNoRange() {
    assertThat(Yaml.refusal(AccessSettings.class, "publicFrom: [everywhere]"))
        .isEqualTo("publicFrom (\"everywhere\") must match %s.".formatted(Cidr.PATTERN));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"http://localhost:8888", "https://proxy.acme.com/", "socks5://[::1]:1080"})
  void takesAProxyAsKubectlDoes(String proxy) {
    assertThat(new AccessSettings(null, null, proxy).problems()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost:8888", "ftp://proxy", "http://", "http://proxy/path"})
  void refusesAProxyThatKubectlWouldNotTake(String proxy) {
    assertThat(Yaml.refusal(AccessSettings.class, "proxy: " + proxy))
        .isEqualTo("proxy (\"%s\") must match %s.".formatted(proxy, AccessSettings.PROXY));
  }

  /** The whole stack file is told when it is wrong, so a password must not be quoted. */
  @ParameterizedTest
  @ValueSource(
      strings = {"http://me:hunter2@proxy:8888", "socks5://me@proxy:8888", "http://a:b@proxy/path"})
  void refusesCredentialsInAProxyWithoutQuotingThem(String proxy) {
    assertThat(Yaml.read(AccessSettings.class, "proxy: " + proxy).problems())
        .extracting(Problem::toString)
        .containsExactly(
            "proxy: must not hold a user or a password, because it goes into the kubeconfig, which"
                + " is no secret; use a proxy that needs none, such as an SSH tunnel.");
  }
}
