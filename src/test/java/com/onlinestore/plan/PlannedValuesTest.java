package com.onlinestore.plan;

import static com.onlinestore.plan.Plans.CONFIG_MAP;
import static com.onlinestore.plan.Plans.resource;
import static com.onlinestore.plan.Plans.urn;
import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.core.Output;
import com.pulumi.kubernetes.helm.v3.Release;
import com.pulumi.kubernetes.helm.v3.ReleaseArgs;
import com.pulumi.kubernetes.helm.v3.inputs.RepositoryOptsArgs;
import com.pulumi.resources.CustomResourceOptions;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PlannedValuesTest {

  private static final CustomResourceOptions NO_OPTIONS = CustomResourceOptions.Empty;

  @Test
  void recordsAHelmRelease() {
    Plan plan =
        Plans.of(
            context ->
                new Release(
                    "istiod",
                    ReleaseArgs.builder()
                        .name("istiod")
                        .namespace("istio-system")
                        .chart("istiod")
                        .version("1.30.3")
                        .repositoryOpts(
                            RepositoryOptsArgs.builder().repo("https://charts.example.com").build())
                        .values(Map.of("autoscaleMin", 2))
                        .build()));

    assertThat(PlannedRelease.of(plan))
        .containsExactly(
            new PlannedRelease(
                urn("kubernetes:helm.sh/v3:Release", "istiod"),
                "istiod",
                "istio-system",
                "istiod",
                "1.30.3",
                "https://charts.example.com",
                resource(plan, "istiod").inputs().path("values")));
    assertThat(resource(plan, "istiod").inputs().path("values"))
        .hasToString("{\"autoscaleMin\":2}");
  }

  @Test
  void passesSettingsToTheProgram() {
    Plan plan =
        Planner.plan(
            "online-store",
            "dev",
            Map.of("online-store:host", "shop.example.com", "aws:region", "eu-west-1"),
            Set.of(),
            context -> {
              context.export("host", Output.of(context.config().require("host")));
              context.export("region", Output.of(context.config("aws").require("region")));
              context.export("stack", Output.of(context.stackName()));
              context.export("project", Output.of(context.projectName()));
            });

    assertThat(plan.outputs())
        .isEqualTo(
            Map.of(
                "host", "shop.example.com",
                "region", "eu-west-1",
                "stack", "dev",
                "project", "online-store"));
  }

  @Test
  void knowsOutputsThatAreInputsAndNoOthers() {
    Plan plan =
        Plans.of(
            context -> {
              var settings = ToyObject.configMap("settings", NO_OPTIONS);
              context.export("urn", settings.urn());
              context.export("id", settings.id());
              context.export("ports", Output.of(List.of(80, 443)));
            });

    assertThat(plan.outputs())
        .isEqualTo(
            Map.of(
                "urn", urn(CONFIG_MAP, "settings"),
                "id", "<computed>",
                "ports", List.of(80L, 443L)));
  }

  @Test
  void keepsWarningsAndForgetsOrdinaryMessages() {
    Plan plan =
        Plans.of(
            context -> {
              context.log().warn("Memory-only Jaeger loses its traces.");
              context.log().info("Hello.");
            });

    assertThat(plan.warnings()).containsExactly("Memory-only Jaeger loses its traces.");
  }

  @Test
  void sortsInputsAndWritesWholeNumbersAsIntegers() {
    Plan plan =
        Plans.of(
            context ->
                new ToyObject(
                    "Service",
                    "orders",
                    Map.of("weight", 0.5, "port", 8080, "big", 4_294_967_296.0, "on", true),
                    NO_OPTIONS));

    assertThat(resource(plan, "orders").inputs())
        .hasToString(
            "{\"apiVersion\":\"v1\",\"kind\":\"Service\","
                + "\"metadata\":{\"name\":\"orders\",\"namespace\":\"shop\"},"
                + "\"spec\":{\"big\":4294967296,\"on\":true,\"port\":8080,\"weight\":0.5}}");
  }
}
