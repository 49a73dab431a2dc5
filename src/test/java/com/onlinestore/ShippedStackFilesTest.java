package com.onlinestore;

import static org.assertj.core.api.Assertions.assertThat;

import com.onlinestore.plan.PlanFiles;
import com.onlinestore.plan.PlannedResource;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShippedStackFilesTest {

  @Test
  void theLocalStackPlansTheSameBytesEveryTime() {
    assertThat(PlanFiles.files(PlannedStack.local()))
        .isEqualTo(PlanFiles.files(PlannedStack.local()));
  }

  @Test
  void aStoreThatFindsMeshAndPrometheusInstallsNeither() {
    List<String> releases =
        PlannedStack.second().resources().stream()
            .filter(resource -> resource.type().equals("kubernetes:helm.sh/v3:Release"))
            .map(PlannedResource::name)
            .toList();
    assertThat(releases).containsExactly("gateway-release");
  }
}
