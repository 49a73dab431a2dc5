package com.onlinestore.components.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.onlinestore.components.Yaml;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImageTest {

  private static final String DIGEST = "@sha256:" + "0123456789abcdef".repeat(4);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nginx:1.29",
        "acme/orders:1.4.2",
        "ghcr.io/acme/orders:1.4.2",
        "registry.example.com:5000/acme/store/orders:2026-01-31_rc.1",
        "localhost:5000/my-shop/my_orders:v1",
        "acme/orders:LATEST",
        "acme/orders:latest-1"
      })
  void acceptsAFixedTag(String reference) {
    assertThat(new Image(reference).reference()).isEqualTo(reference);
  }

  @ParameterizedTest
  @ValueSource(strings = {"acme/orders", "acme/orders:1.4.2", "acme/orders:latest"})
  void acceptsADigestWhateverTheTag(String reference) {
    assertThat(new Image(reference + DIGEST).reference()).isEqualTo(reference + DIGEST);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "acme/orders:latest",
        "orders",
        "ghcr.io/acme/orders",
        "registry.example.com:5000/orders",
        "acme/orders:",
        "acme/orders:1 ",
        "Orders:1",
        "acme/orders@sha256:0123",
        ""
      })
  void refusesWhatMayChangeOrIsNoImage(String reference) {
    assertThatThrownBy(() -> new Image(reference))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "image (\"%s\") must be an image with a fixed tag or a digest, such as"
                + " ghcr.io/acme/orders:1.4.2; \"latest\" is refused.",
            reference);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ghcr.io/Acme/orders:1", "acme/Orders:1", "acme/orders:1:2"})
  void refusesWhatNoNodeCanPull(String reference) {
    assertThatThrownBy(() -> new Image(reference)).isInstanceOf(IllegalArgumentException.class);
  }

  /** Only a registry may have capitals, and it has a dot or a port. */
  @ParameterizedTest
  @ValueSource(strings = {"Acme/orders:1", "acme//orders:1", "-acme/orders:1"})
  void refusesAnOwnerThatIsNoName(String reference) {
    assertThatThrownBy(() -> new Image(reference)).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"-ghcr.io/orders:1", "Ghcr-.io/orders:1", "-ghcr:5000/orders:1"})
  void refusesARegistryThatIsNoHost(String reference) {
    assertThatThrownBy(() -> new Image(reference)).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "ghcr.io/acme/orders:1,               mirror.local/cache/acme/orders:1",
    "registry.example.com:5000/orders:1,  mirror.local/cache/orders:1",
    "localhost/orders:1,                  mirror.local/cache/orders:1",
    "acme/orders:1,                       mirror.local/cache/acme/orders:1",
    "nginx:1.29,                          mirror.local/cache/library/nginx:1.29",
    "docker.io/nginx:1.29,                mirror.local/cache/library/nginx:1.29",
    "index.docker.io/nginx:1.29,          mirror.local/cache/library/nginx:1.29",
    "docker.io/library/nginx:1.29,        mirror.local/cache/library/nginx:1.29",
    "docker.io/acme/orders:1,             mirror.local/cache/acme/orders:1"
  })
  void comesFromAMirrorUnderItsPath(String reference, String mirrored) {
    assertThat(new Image(reference).mirroredBy("mirror.local/cache").reference())
        .isEqualTo(mirrored);
  }

  @Test
  void keepsItsDigestOnAMirror() {
    assertThat(new Image("ghcr.io/acme/orders:1.4.2" + DIGEST).mirroredBy("mirror.local:5000"))
        .isEqualTo(new Image("mirror.local:5000/acme/orders:1.4.2" + DIGEST));
  }

  @Test
  void standsAsPlainTextInAStackFile() {
    assertThat(Yaml.read(Image.class, "acme/orders:1")).isEqualTo(new Image("acme/orders:1"));
    Yaml.assertYaml(Map.of("image", new Image("acme/orders:1")), "/image", "acme/orders:1");
  }
}
