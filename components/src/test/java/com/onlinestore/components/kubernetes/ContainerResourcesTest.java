package com.onlinestore.components.kubernetes;

import static com.onlinestore.components.Yaml.assertYaml;
import static org.assertj.core.api.Assertions.assertThat;

import com.onlinestore.components.Yaml;
import com.onlinestore.components.settings.Problem;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ContainerResourcesTest {

  @Test
  void areUnsetByDefault() {
    assertThat(Yaml.read(ContainerResources.class, "{}")).isEqualTo(ContainerResources.NONE);
    assertYaml(ContainerResources.NONE.requirements(), "", "{}");
    assertThat(ContainerResources.NONE.problems()).isEmpty();
  }

  @Test
  void areReadFromAStackFile() {
    String yaml =
        """
        requests: {cpu: 250m, memory: 256Mi, ephemeralStorage: 32Mi}
        limits: {cpu: "1", memory: 512Mi, ephemeralStorage: 64Mi}
        """;
    ContainerResources read = Yaml.read(ContainerResources.class, yaml);

    assertYaml(Map.of("resources", read), "/resources", yaml);
    assertYaml(
        Map.of("values", read.asValues()),
        "/values",
        yaml.replace("ephemeralStorage", "ephemeral-storage"));
    assertThat(read.problems()).isEmpty();
  }

  @Test
  void takeWhatIsUnsetFromDefaults() {
    ContainerResources defaults =
        Yaml.read(
            ContainerResources.class,
            "{requests: {cpu: 50m, memory: 128Mi}, limits: {cpu: 1, memory: 512Mi}}");

    assertYaml(
        Yaml.read(ContainerResources.class, "{requests: {cpu: 10m}, limits: {memory: 1Gi}}")
            .orElse(defaults)
            .requirements(),
        "",
        """
        requests: {cpu: 10m, memory: 128Mi}
        limits: {cpu: "1", memory: 1Gi}
        """);
  }

  /** Nobody wrote the request, so nobody could be told to lower it. */
  @Test
  void aDefaultRequestIsLoweredToAWrittenLimit() {
    ContainerResources defaults =
        Yaml.read(
            ContainerResources.class,
            "{requests: {cpu: 50m, memory: 128Mi, ephemeralStorage: 1Gi}, limits: {cpu: 1}}");
    ContainerResources lowered =
        Yaml.read(
                ContainerResources.class,
                "{requests: {cpu: 20m}, limits: {cpu: 10m, memory: 64Mi, ephemeralStorage: 1Mi}}")
            .orElse(defaults);

    assertYaml(
        Map.of("resources", lowered),
        "/resources",
        """
        requests: {cpu: 20m, memory: 64Mi, ephemeralStorage: 1Mi}
        limits: {cpu: 10m, memory: 64Mi, ephemeralStorage: 1Mi}
        """);
    assertThat(lowered.problems())
        .containsExactly(
            new Problem("requests.cpu", "20m must not be more than limits.cpu (10m)."));
  }

  @Test
  void aRequestOverItsLimitIsAProblem() {
    assertThat(
            Yaml.read(
                    ContainerResources.class,
                    """
                    requests: {cpu: 2, memory: 1Gi, ephemeralStorage: 2Gi}
                    limits: {cpu: 1500m, memory: 512Mi, ephemeralStorage: 1Gi}
                    """)
                .problems())
        .containsExactly(
            new Problem("requests.cpu", "2 must not be more than limits.cpu (1500m)."),
            new Problem("requests.memory", "1Gi must not be more than limits.memory (512Mi)."),
            new Problem(
                "requests.ephemeralStorage",
                "2Gi must not be more than limits.ephemeralStorage (1Gi)."));
  }

  @Test
  void aRequestMayEqualItsLimitInOtherUnits() {
    assertThat(
            Yaml.read(
                    ContainerResources.class,
                    "{requests: {cpu: 1000m, memory: 1024Mi}, limits: {cpu: 1, memory: 1Gi}}")
                .problems())
        .isEmpty();
  }
}
