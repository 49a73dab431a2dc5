package com.onlinestore.components.helm;

import static org.assertj.core.api.Assertions.assertThat;

import com.onlinestore.components.settings.Image;
import com.onlinestore.components.settings.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MirrorsTest {

  private static final Image ORDERS = new Image("ghcr.io/acme/orders:1.4.2");

  @Test
  void withoutAMirrorChartsAndImagesArePublic() {
    assertThat(Mirrors.NONE.locate(Chart.ISTIO_BASE, "1.30.3"))
        .isEqualTo(
            new Mirrors.Location("base", "https://istio-release.storage.googleapis.com/charts"));
    assertThat(Mirrors.NONE.image(ORDERS)).isEqualTo(ORDERS);
    assertThat(Mirrors.NONE.registry()).isEmpty();
    assertThat(Mirrors.NONE.problems()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "oci://registry.local/charts,    oci://registry.local/charts/jaeger,",
    "oci://registry.local/charts/,   oci://registry.local/charts/jaeger,",
    "https://charts.local/all,       jaeger,                    https://charts.local/all",
    "https://charts.local/all///,    jaeger,                    https://charts.local/all",
    "http://charts.local,            jaeger,                    http://charts.local",
    "./charts,                       ./charts/jaeger-4.11.1.tgz,",
    "/srv/charts/,                   /srv/charts/jaeger-4.11.1.tgz,"
  })
  void aChartIsFoundWhereItsMirrorKeepsIt(String mirror, String chart, String repository) {
    assertThat(new Mirrors(mirror, null).problems()).isEmpty();
    assertThat(new Mirrors(mirror, null).locate(Chart.JAEGER, "4.11.1"))
        .isEqualTo(new Mirrors.Location(chart, repository));
  }

  @ParameterizedTest
  @ValueSource(strings = {"registry.local:5000/mirror", "registry.local:5000/mirror/"})
  void anImageComesFromTheRegistryThatReplacesItsOwn(String registry) {
    Mirrors mirrors = new Mirrors(null, registry);

    assertThat(mirrors.image(ORDERS))
        .isEqualTo(new Image("registry.local:5000/mirror/acme/orders:1.4.2"));
    assertThat(mirrors.registry()).contains("registry.local:5000/mirror");
    assertThat(mirrors.problems()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"~/charts", "ftp://charts.local", "https:///charts"})
  void aChartMirrorIsAnAddressHelmReadsOrAFolder(String charts) {
    assertThat(new Mirrors(charts, null).problems())
        .extracting(Problem::path)
        .containsExactly("chartMirror");
  }

  @ParameterizedTest
  @ValueSource(strings = {"oci://", "https://"})
  void anAddressWithoutAHostIsNoFolder(String charts) {
    assertThat(new Mirrors(charts, null).problems()).hasSize(1);
  }

  @Test
  void bothMirrorsAreCheckedAtOnce() {
    assertThat(new Mirrors("file:///srv/charts", "https://registry.local").problems())
        .containsExactly(
            new Problem(
                "chartMirror",
                "\"file:///srv/charts\" must be oci://host/path, https://host/path,"
                    + " http://host/path, or a folder."),
            new Problem(
                "imageMirror",
                "\"https://registry.local\" must be a registry without a scheme, its host with a dot"
                    + " or a port, such as registry.example.com/mirror."));
  }

  @Test
  void onlyAFolderHasFilesThatCanBeLookedFor() {
    assertThat(new Mirrors("/srv/charts/", null).chartFolder()).contains("/srv/charts");
    assertThat(new Mirrors("oci://registry.local", null).chartFolder()).isEmpty();
    assertThat(Mirrors.NONE.chartFolder()).isEmpty();
    assertThat(Chart.JAEGER.fileName()).isEqualTo("jaeger-4.11.1.tgz");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://registry.local",
        "Registry.local",
        "registry.local/a b",
        "-x",
        "-x.local",
        "mirror",
        "mirror/cache",
        "mirror.local/-",
        "mirror.local/a//b"
      })
  void anImageRegistryHasNoSchemeAndIsSpeltAsInAReference(String registry) {
    assertThat(new Mirrors(null, registry).problems())
        .containsExactly(
            new Problem(
                "imageMirror",
                ("\"%s\" must be a registry without a scheme, its host with a dot or a port, such as"
                        + " registry.example.com/mirror.")
                    .formatted(registry)));
  }

  /** What stands in front of an image must make a reference that nodes can pull. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "localhost",
        "localhost/cache",
        "localhost:5000",
        "mirror:5000/cache",
        "mirror.local",
        "mirror.local/a_b/c-d",
        "10.0.0.7:5000"
      })
  void anImageRegistryIsAHostWithADotOrAPortOrLocalhost(String registry) {
    Mirrors mirrors = new Mirrors(null, registry);

    assertThat(mirrors.problems()).isEmpty();
    assertThat(mirrors.image(ORDERS)).isEqualTo(new Image(registry + "/acme/orders:1.4.2"));
  }
}
