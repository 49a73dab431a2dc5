package com.onlinestore.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.onlinestore.PlannedStack;
import com.onlinestore.errors.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoredPlanTest {

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"local", "prod", "gke"})
  void isReadAsItWasWritten(String stack) {
    Plan plan = PlannedStack.shipped(stack);

    PlanFiles.write(plan, folder);

    assertThat(
            PlanFiles.files(PlanFacts.of(StoredPlan.read(folder)))
                .equals(PlanFiles.files(PlanFacts.of(plan))))
        .isTrue();
  }

  @Test
  void whatTheEngineIsToDoIsKept() {
    PlannedOptions options =
        new PlannedOptions(true, true, List.of("spec"), List.of("data"), "orders", List.of());
    PlannedResource plain = Plans.resource(Plans.CONFIG_MAP, "settings", "{}");
    PlannedResource resource =
        new PlannedResource(
            plain.urn(),
            plain.type(),
            plain.name(),
            plain.parent(),
            null,
            plain.dependencies(),
            true,
            options,
            plain.inputs());

    PlanFiles.write(Plans.of(Plans.stack(), resource), folder);

    assertThat(StoredPlan.read(folder).resources().get(1)).isEqualTo(resource);
  }

  @Test
  void aPlanOfAnEarlierProgramSaysLessAndIsReadAllTheSame() throws IOException {
    Files.writeString(
        folder.resolve("resources.json"),
        """
        [{"urn": "urn:pulumi:dev::online-store::kubernetes:core/v1:ConfigMap::settings",
          "type": "kubernetes:core/v1:ConfigMap", "name": "settings", "inputs": {"a": 1}}]
        """);

    Plan plan = StoredPlan.read(folder);

    assertThat(plan.stack()).isEqualTo("dev");
    assertThat(plan.resources())
        .singleElement()
        .satisfies(each -> assertThat(each.custom()).isTrue());
  }

  @Test
  void aFolderWithoutAPlanIsToldWithTheCommandThatMakesOne() throws IOException {
    assertThat(StoredPlan.isIn(folder)).isFalse();
    assertThatThrownBy(() -> StoredPlan.read(folder))
        .isInstanceOf(UserError.class)
        .hasMessage(
            "%s is no plan: there is no resources.json in it. Make one with: plan STACK --out %s",
            folder, folder);

    Files.writeString(folder.resolve("resources.json"), "{");
    assertThatThrownBy(() -> StoredPlan.read(folder))
        .hasMessage(
            "%s is not a file of a plan; make the plan again.", folder.resolve("resources.json"));
  }
}
