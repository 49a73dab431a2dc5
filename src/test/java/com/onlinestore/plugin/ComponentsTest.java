package com.onlinestore.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import com.onlinestore.errors.UserError;
import com.pulumi.provider.internal.models.ConstructRequest;
import com.pulumi.provider.internal.properties.PropertyValue;
import com.pulumi.resources.ComponentResourceOptions;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ComponentsTest {

  private final Components components = new Components(Map.of());

  /** What is thrown, the SDK tells the engine of twice. */
  @Test
  void aMistakeIsReturned() {
    ConstructRequest request =
        new ConstructRequest(
            StoreComponent.TYPE,
            "shop",
            Map.of("gatway", PropertyValue.of("open")),
            ComponentResourceOptions.Empty);

    assertThat(components.construct(request))
        .failsWithin(Duration.ZERO)
        .withThrowableThat()
        .havingCause()
        .isInstanceOf(UserError.class)
        .withMessageStartingWith(
            "shop: \"gatway\" is not an input. Did you mean \"gateway\"? Inputs: ");
  }
}
