package com.onlinestore.components.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.onlinestore.components.Recording;
import com.onlinestore.components.Registered;
import com.pulumi.resources.CustomResource;
import com.pulumi.resources.Resource;
import com.pulumi.resources.ResourceArgs;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DestroyGuardTest {

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void isProtectedWhereTheStackIsAndAlwaysTheFirstToGo(boolean guarded) {
    Recording recording =
        Recording.of(
            () -> new DestroyGuard(List.of(thing("mesh"), thing("store"), thing("a")), guarded));

    Registered guard = recording.get(DestroyGuard.NAME);
    assertThat(guard.type()).isEqualTo("online-store:cluster:DestroyGuard");
    assertThat(guard.protect()).isEqualTo(guarded);
    assertThat(guard.dependencies()).containsExactly("a", "mesh", "store");
    assertThat(recording.resources()).hasSize(4);
  }

  /** The name is all that the engine quotes when it refuses. */
  @Test
  void itsNameSaysWhatToDo() {
    assertThat(DestroyGuard.NAME)
        .isEqualTo("set-cluster.protected-to-false-and-run-up-before-destroy");
  }

  private static Resource thing(String name) {
    return new CustomResource("toy:index:Thing", name, ResourceArgs.Empty, null);
  }
}
