package com.onlinestore.components;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.onlinestore.components.kubernetes.KubernetesObject;
import com.pulumi.core.Output;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.test.Mocks;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** A program that goes wrong never looks like one that registers nothing. */
class RecordingTest {

  @Test
  void tellsWhatTheProgramThrows() {
    assertFails(
        () -> {
          throw new IllegalStateException("thrown");
        },
        "thrown");
  }

  @Test
  void tellsWhatIsThrownWhereAValueIsKnown() {
    assertFails(
        () ->
            Output.of("a")
                .applyValue(
                    a -> {
                      throw new IllegalStateException("thrown later");
                    }),
        "thrown later");
  }

  @Test
  void tellsWhatTheCloudRefuses() {
    Mocks refusing = args -> CompletableFuture.failedFuture(new IllegalStateException("refused"));
    assertThatThrownBy(() -> Recording.of(refusing, RecordingTest::configMap))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("refused");
  }

  private static void assertFails(Runnable program, String message) {
    assertThatThrownBy(() -> Recording.of(program))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining(message);
  }

  private static void configMap() {
    new KubernetesObject(
        "settings",
        new ConfigMapBuilder().withNewMetadata().withName("settings").endMetadata().build(),
        CustomResourceOptions.Empty);
  }
}
