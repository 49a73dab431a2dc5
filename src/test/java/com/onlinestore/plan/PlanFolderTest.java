package com.onlinestore.plan;

import static com.onlinestore.plan.Plans.resource;
import static com.onlinestore.plan.Plans.stack;
import static com.onlinestore.plan.Plans.urn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.onlinestore.errors.UserError;
import com.pulumi.Context;
import com.pulumi.resources.CustomResourceOptions;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlanFolderTest {

  private static final String NAMESPACED =
      """
      {"apiVersion": "v1", "kind": "ConfigMap",
       "metadata": {"name": "settings", "namespace": "shop"}}
      """;

  @TempDir Path temporary;

  @Test
  void replacesAnEarlierPlanAndLeavesOtherFilesAlone() {
    PlanFiles.write(Plans.of(PlanFolderTest::program), temporary);
    TestFiles.write(temporary.resolve("notes.md"), "mine");

    PlanFiles.write(
        Plans.of(resource("kubernetes:core/v1:ConfigMap", "settings", NAMESPACED)), temporary);

    assertThat(TestFiles.read(temporary))
        .containsOnlyKeys(
            "notes.md", "resources.json", "stack.json", "manifests/shop/configmap-settings.yaml");
  }

  @Test
  void doesNotTouchAFolderThatIsNoPlan() {
    TestFiles.write(temporary.resolve("notes.md"), "mine");

    assertThatThrownBy(() -> PlanFiles.write(Plans.of(stack()), temporary))
        .isInstanceOf(UserError.class)
        .hasMessage(
            "%s is not empty and holds no earlier plan (there is no resources.json in it);"
                + " name another folder.",
            temporary);
    assertThat(TestFiles.read(temporary)).containsOnlyKeys("notes.md");
  }

  @Test
  void refusesAFileAsFolder() {
    Path file = TestFiles.write(temporary.resolve("notes.md"), "mine");

    assertThatThrownBy(() -> PlanFiles.write(Plans.of(stack()), file))
        .isInstanceOf(UserError.class)
        .hasMessage("%s is not a folder.", file);
  }

  @Test
  void refusesTwoObjectsInOneFileBeforeItDeletesAnything() {
    PlanFiles.write(Plans.of(PlanFolderTest::program), temporary);
    String type = "kubernetes:core/v1:ConfigMap";
    Plan plan = Plans.of(resource(type, "a", NAMESPACED), resource(type, "b", NAMESPACED));

    assertThatThrownBy(() -> PlanFiles.write(plan, temporary))
        .isInstanceOf(UserError.class)
        .hasMessage(
            "%s and %s would both be written to manifests/shop/configmap-settings.yaml.",
            urn(type, "a"), urn(type, "b"));
    assertThat(TestFiles.read(temporary)).hasSize(3);
  }

  private static void program(Context context) {
    ToyObject.configMap("stale", CustomResourceOptions.Empty);
  }
}
