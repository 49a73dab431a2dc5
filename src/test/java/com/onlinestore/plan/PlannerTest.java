package com.onlinestore.plan;

import static com.onlinestore.plan.Plans.CONFIG_MAP;
import static com.onlinestore.plan.Plans.STACK_URN;
import static com.onlinestore.plan.Plans.resource;
import static com.onlinestore.plan.Plans.urn;
import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.core.Alias;
import com.pulumi.core.Output;
import com.pulumi.kubernetes.Provider;
import com.pulumi.kubernetes.ProviderArgs;
import com.pulumi.kubernetes.helm.v3.Release;
import com.pulumi.kubernetes.helm.v3.ReleaseArgs;
import com.pulumi.kubernetes.helm.v3.inputs.RepositoryOptsArgs;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PlannerTest {

  private static final CustomResourceOptions NO_OPTIONS = CustomResourceOptions.Empty;

  @Test
  void namesResourcesAsTheEngineDoes() {
    Plan plan =
        Plans.of(
            context -> {
              var outer = new ToyComponent("outer");
              var inner =
                  new ToyComponent(
                      "inner", ComponentResourceOptions.builder().parent(outer).build());
              ToyObject.configMap("settings", inner.child().build());
              ToyObject.configMap("top", NO_OPTIONS);
            });

    String component = "online-store:toy:ToyComponent";
    assertThat(plan.resources())
        .extracting(PlannedResource::urn)
        .containsExactly(
            STACK_URN,
            urn(CONFIG_MAP, "top"),
            urn(component, "outer"),
            urn(component + "$" + component, "inner"),
            urn(component + "$" + component + "$" + CONFIG_MAP, "settings"));
    assertThat(resource(plan, "settings").parent()).isEqualTo(resource(plan, "inner").urn());
    assertThat(resource(plan, "top").parent()).isEqualTo(STACK_URN);
    assertThat(resource(plan, "online-store-dev").parent()).isNull();
    assertThat(plan.resources())
        .extracting(PlannedResource::custom)
        .containsExactly(false, true, false, false, true);
    assertThat(plan.resources())
        .extracting(PlannedResource::isComponent)
        .containsExactly(false, false, true, true, false);
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

  @Test
  void recordsDependenciesFromOptionsAndFromValues() {
    Plan plan =
        Plans.of(
            context -> {
              var first = ToyObject.configMap("first", NO_OPTIONS);
              var second = ToyObject.configMap("second", NO_OPTIONS);
              ToyObject.secret("third", null, second.id().applyValue(id -> Map.of("id", id)));
              ToyObject.configMap(
                  "fourth", CustomResourceOptions.builder().dependsOn(second, first).build());
            });

    assertThat(resource(plan, "third").dependencies()).containsExactly(urn(CONFIG_MAP, "second"));
    assertThat(resource(plan, "fourth").dependencies())
        .containsExactly(urn(CONFIG_MAP, "first"), urn(CONFIG_MAP, "second"));
  }

  @Test
  void waitsForTheChildrenOfAComponent() {
    Plan plan =
        Plans.of(
            context -> {
              var component = new ToyComponent("database");
              ToyObject.configMap("database-settings", component.child().build());
              ToyObject.configMap(
                  "after", CustomResourceOptions.builder().dependsOn(component).build());
            });

    assertThat(resource(plan, "after").dependencies())
        .containsExactly(urn("online-store:toy:ToyComponent$" + CONFIG_MAP, "database-settings"));
  }

  @Test
  void inheritsProtectFromTheParentUnlessTheChildSaysOtherwise() {
    Plan plan =
        Plans.of(
            context -> {
              var component =
                  new ToyComponent(
                      "database", ComponentResourceOptions.builder().protect(true).build());
              ToyObject.configMap("protected", component.child().build());
              ToyObject.configMap("free", component.child().protect(false).build());
            });

    assertThat(resource(plan, "protected").protect()).isTrue();
    assertThat(resource(plan, "free").protect()).isFalse();
  }

  @Test
  void recordsTheProviderAndHandsItDownThroughComponents() {
    Plan plan =
        Plans.of(
            context -> {
              var provider =
                  new Provider(
                      "cluster", ProviderArgs.builder().kubeconfig("~/.kube/config").build());
              var component =
                  new ToyComponent(
                      "shop", ComponentResourceOptions.builder().provider(provider).build());
              ToyObject.configMap("settings", component.child().build());
              ToyObject.configMap("elsewhere", NO_OPTIONS);
            });

    assertThat(resource(plan, "settings").provider())
        .isEqualTo(urn("pulumi:providers:kubernetes", "cluster"));
    assertThat(resource(plan, "elsewhere").provider()).isNull();
    assertThat(resource(plan, "cluster").kind()).isEqualTo("Provider");
    assertThat(resource(plan, "cluster").inputs().path("kubeconfig").asText())
        .isEqualTo("~/.kube/config");
  }

  @Test
  void recordsAliasesAsUrns() {
    Plan plan =
        Plans.of(
            context ->
                ToyObject.configMap(
                    "settings",
                    CustomResourceOptions.builder()
                        .aliases(
                            Alias.builder().name("old-settings").build(),
                            Alias.withUrn(urn(CONFIG_MAP, "older-settings")))
                        .build()));

    assertThat(resource(plan, "settings").aliases())
        .containsExactly(urn(CONFIG_MAP, "old-settings"), urn(CONFIG_MAP, "older-settings"));
  }

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

    assertThat(HelmRelease.of(plan))
        .containsExactly(
            new HelmRelease(
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
}
