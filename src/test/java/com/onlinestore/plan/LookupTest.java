package com.onlinestore.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.core.Output;
import com.pulumi.core.TypeShape;
import com.pulumi.core.annotations.Import;
import com.pulumi.deployment.Deployment;
import com.pulumi.deployment.InvokeOptions;
import com.pulumi.kubernetes.core.v1.Namespace;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.InvokeArgs;
import com.pulumi.resources.StackReference;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LookupTest {

  @Test
  void answersAFunctionWithItsArguments() {
    Plan plan =
        Plans.of(
            context -> {
              Output<Map<String, Object>> zones =
                  Deployment.getInstance()
                      .invoke(
                          "aws:index/getAvailabilityZones:getAvailabilityZones",
                          TypeShape.map(String.class, Object.class),
                          new ZoneArgs(),
                          InvokeOptions.Empty);
              context.export("state", zones.applyValue(answer -> answer.get("state")));
            });

    assertThat(plan.outputs()).containsEntry("state", "available");
    assertThat(plan.lookups())
        .containsExactly("aws:index/getAvailabilityZones:getAvailabilityZones");
  }

  @Test
  void answersForACloudWithWhatAPersonCanRead() {
    Plan plan =
        Plans.of(
            context ->
                context.export(
                    "version",
                    Deployment.getInstance()
                        .invoke(
                            "aws:eks/getAddonVersion:getAddonVersion",
                            TypeShape.map(String.class, Object.class),
                            new ZoneArgs(),
                            InvokeOptions.Empty)
                        .applyValue(answer -> answer.get("version"))));

    assertThat(plan.outputs()).containsEntry("version", "<recommended version>");
  }

  @Test
  void readsAResourceWithoutPlanningIt() {
    Plan plan =
        Plans.of(
            context ->
                context.export("id", Namespace.get("system", Output.of("kube-system"), null).id()));

    assertThat(plan.resources()).hasSize(1);
    assertThat(plan.outputs()).containsEntry("id", "kube-system");
    assertThat(plan.lookups()).containsExactly("kubernetes:core/v1:Namespace kube-system");
  }

  @Test
  void keepsWhatIsBelowALookedUpResource() {
    Plan plan =
        Plans.of(
            context -> {
              var system = Namespace.get("system", Output.of("kube-system"), null);
              ToyObject.configMap(
                  "settings", CustomResourceOptions.builder().parent(system).build());
            });

    assertThat(Plans.resource(plan, "settings").parent())
        .isEqualTo(Plans.urn("kubernetes:core/v1:Namespace", "system"));
    assertThat(ComponentTree.lines(plan)).containsExactly("     1 ConfigMap");
  }

  @Test
  void doesNotKnowTheOutputsOfAnotherStack() {
    Plan plan =
        Plans.of(
            context -> {
              var network = new StackReference("acme/network/dev");
              context.export("vpc", network.output("vpc"));
            });

    assertThat(plan.outputs()).containsEntry("vpc", "<computed>");
    assertThat(plan.lookups()).containsExactly("pulumi:pulumi:StackReference acme/network/dev");
  }

  private static final class ZoneArgs extends InvokeArgs {
    @Import private final String state = "available";
  }
}
