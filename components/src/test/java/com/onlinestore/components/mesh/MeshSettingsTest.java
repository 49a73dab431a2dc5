package com.onlinestore.components.mesh;

import static com.onlinestore.components.Yaml.assertYaml;
import static org.assertj.core.api.Assertions.assertThat;

import com.onlinestore.components.Yaml;
import com.onlinestore.components.settings.Problem;
import com.onlinestore.components.settings.Use;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MeshSettingsTest {

  @Test
  void byDefaultIstioIsInstalledWithSmallSidecars() {
    MeshSettings defaults = Yaml.read(MeshSettings.class, "{}");

    assertThat(defaults).isEqualTo(MeshSettings.defaults());
    assertThat(defaults.use()).isEqualTo(Use.INSTALL);
    assertThat(defaults.namespace()).isEqualTo("istio-system");
    assertThat(defaults.revision()).isNull();
    assertThat(defaults.revisions()).containsOnlyKeys("default");
    assertThat(defaults.tags()).isEmpty();
    assertThat(defaults.follow()).isEqualTo("default");
    assertThat(defaults.policyScope()).isNull();
    assertThat(defaults.tracingProvider()).isNull();
    assertThat(defaults.networkPlugin()).isTrue();
    assertYaml(
        Map.of("proxy", defaults.proxy().asValues()),
        "/proxy",
        "{requests: {cpu: 50m, memory: 128Mi}, limits: {cpu: \"1\", memory: 512Mi}}");
    assertThat(defaults.problems()).isEmpty();
  }

  @Test
  void isReadFromAStackFile() {
    MeshSettings read =
        Yaml.read(
            MeshSettings.class,
            """
            use: existing
            namespace: mesh
            revision: stable
            policyScope: namespaces
            tracingProvider: otel
            networkPlugin: false
            proxy:
              requests: {cpu: 10m, memory: 64Mi}
              limits: {cpu: 500m, memory: 256Mi}
            """);

    assertThat(read.use()).isEqualTo(Use.EXISTING);
    assertThat(read.namespace()).isEqualTo("mesh");
    assertThat(read.revision()).isEqualTo("stable");
    assertThat(read.policyScope()).isEqualTo(PolicyScope.NAMESPACES);
    assertThat(read.tracingProvider()).isEqualTo("otel");
    assertThat(read.networkPlugin()).isFalse();
    assertYaml(
        Map.of("proxy", read.proxy().asValues()),
        "/proxy",
        "{requests: {cpu: 10m, memory: 64Mi}, limits: {cpu: 500m, memory: 256Mi}}");
    assertThat(read.problems()).isEmpty();
  }

  @Test
  void aPartlySetProxyKeepsTheOtherDefaultsOfAProxy() {
    assertYaml(
        Map.of(
            "proxy",
            Yaml.read(MeshSettings.class, "proxy: {limits: {memory: 1Gi}}").proxy().asValues()),
        "/proxy",
        """
        requests: {cpu: 50m, memory: 128Mi}
        limits: {cpu: "1", memory: 1Gi}
        """);
  }

  @Test
  void aLimitBelowTheDefaultRequestLowersIt() {
    MeshSettings read = Yaml.read(MeshSettings.class, "proxy: {limits: {cpu: 20m, memory: 64Mi}}");

    assertThat(read.problems()).isEmpty();
    assertYaml(
        Map.of("proxy", read.proxy().asValues()),
        "/proxy",
        "{requests: {cpu: 20m, memory: 64Mi}, limits: {cpu: 20m, memory: 64Mi}}");
  }

  @Test
  void settingsOfAnExistingMeshAreProblemsOfOneThatIsInstalled() {
    assertThat(
            Yaml.read(
                    MeshSettings.class,
                    "{namespace: mesh, revision: stable, tracingProvider: otel, networkPlugin: false}")
                .problems())
        .containsExactly(
            new Problem(
                "namespace",
                "\"mesh\" is only for mesh.use: existing; this stack installs Istio into"
                    + " istio-system."),
            new Problem("revision", "\"stable\" is only for mesh.use: existing; remove it."),
            new Problem(
                "tracingProvider",
                "\"otel\" is only for mesh.use: existing; this stack sets up its own. Remove it."),
            new Problem(
                "networkPlugin",
                "false is only for mesh.use: existing; this stack installs the plugin. Remove"
                    + " it."));
  }

  @Test
  void isReadWithItsRevisions() {
    MeshSettings read =
        Yaml.read(
            MeshSettings.class,
            """
            revisions: {v1-29: {version: 1.29.2}, v1-30: {}}
            tags: {stable: v1-29, next: v1-30}
            follow: stable
            """);

    assertThat(read.revisions())
        .containsExactly(
            Map.entry("v1-29", new RevisionSettings("1.29.2")),
            Map.entry("v1-30", new RevisionSettings("1.30.3")));
    assertThat(read.tags())
        .containsExactly(Map.entry("next", "v1-30"), Map.entry("stable", "v1-29"));
    assertThat(read.follow()).isEqualTo("stable");
    assertThat(read.versions()).containsExactly("1.29.2", "1.30.3");
    assertThat(read.problems()).isEmpty();
  }

  @Test
  void revisionsOfAnExistingMeshAreItsOwnersBusiness() {
    MeshSettings read =
        Yaml.read(
            MeshSettings.class,
            "{use: existing, revisions: {a: {version: 1.29.2}}, tags: {stable: a}, follow: stable}");
    String only =
        "%s is only for mesh.use: install; mesh.revision says what to follow of an existing mesh."
            + " Remove it.";

    assertThat(read.problems())
        .containsExactly(
            new Problem("revisions", only.formatted("[a]")),
            new Problem("tags", only.formatted("[stable]")),
            new Problem("follow", only.formatted("stable")));
    assertThat(read.problemsWith("1.36")).isEmpty();
    assertThat(read.versions()).isEmpty();
  }

  @Test
  void aForeignMeshIsNotTakenOver() {
    assertThat(Yaml.read(MeshSettings.class, "{use: existing, policyScope: mesh}").problems())
        .containsExactly(
            new Problem(
                "policyScope",
                "\"mesh\" would change a mesh that is not this stack's (mesh.use: existing); use"
                    + " \"namespaces\"."));
  }

  @Test
  void tellsTheProblemsOfTheProxy() {
    assertThat(
            Yaml.read(
                    MeshSettings.class, "proxy: {requests: {memory: 1Gi}, limits: {memory: 512Mi}}")
                .problems())
        .containsExactly(
            new Problem(
                "proxy.requests.memory", "1Gi must not be more than limits.memory (512Mi)."));
  }
}
