package com.onlinestore.plan;

import static com.onlinestore.plan.Plans.CONFIG_MAP;
import static com.onlinestore.plan.Plans.STACK_URN;
import static com.onlinestore.plan.Plans.resource;
import static com.onlinestore.plan.Plans.urn;
import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.core.Alias;
import com.pulumi.kubernetes.Provider;
import com.pulumi.kubernetes.ProviderArgs;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import java.util.Map;
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

    assertThat(resource(plan, "settings").options().aliases())
        .containsExactly(urn(CONFIG_MAP, "old-settings"), urn(CONFIG_MAP, "older-settings"));
  }
}
