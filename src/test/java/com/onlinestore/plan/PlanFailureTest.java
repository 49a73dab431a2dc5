package com.onlinestore.plan;

import static com.onlinestore.plan.Plans.CONFIG_MAP;
import static com.onlinestore.plan.Plans.urn;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.onlinestore.errors.UserError;
import com.pulumi.exceptions.RunException;
import com.pulumi.resources.CustomResourceOptions;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PlanFailureTest {

  private static final CustomResourceOptions NO_OPTIONS = CustomResourceOptions.Empty;

  @Test
  void handsOnWhatTheProgramThrows() {
    var thrown = new UserError("services.orders: image is required.");

    assertThatThrownBy(
            () ->
                Plans.of(
                    context -> {
                      ToyObject.configMap("settings", NO_OPTIONS);
                      throw thrown;
                    }))
        .isSameAs(thrown);
  }

  @Test
  void handsOnWhatIsThrownWhenAValueIsKnown() {
    var thrown = new IllegalArgumentException("no such port");

    assertThatThrownBy(
            () ->
                Plans.of(
                    context ->
                        ToyObject.configMap("settings", NO_OPTIONS)
                            .urn()
                            .applyValue(
                                urn -> {
                                  throw thrown;
                                })))
        .isSameAs(thrown);
  }

  /** A resource that is half made has outputs that nobody completes. */
  @Test
  void handsOnWhatATransformationThrows() {
    var thrown = new IllegalArgumentException("no such property");

    assertThatThrownBy(
            () ->
                Plans.of(
                    context ->
                        ToyObject.configMap(
                            "settings",
                            CustomResourceOptions.builder()
                                .resourceTransformations(
                                    child -> {
                                      throw thrown;
                                    })
                                .build())))
        .isSameAs(thrown);
  }

  @Test
  void handsOnErrors() {
    var thrown = new StackOverflowError();

    assertThatThrownBy(
            () ->
                Plans.of(
                    context -> {
                      throw thrown;
                    }))
        .isSameAs(thrown);
  }

  @Test
  void reportsWhatTheProgramLoggedAsErrors() {
    assertThatThrownBy(
            () ->
                Plans.of(
                    context -> {
                      context.log().error("The second zone is full.");
                      context.log().error("The first zone is full.");
                    }))
        .isInstanceOf(PlanFailedException.class)
        .hasMessage("The first zone is full.%nThe second zone is full.".formatted());
  }

  @Test
  void reportsARunExceptionByItsMessage() {
    assertThatThrownBy(
            () ->
                Plans.of(
                    context -> {
                      throw new RunException("This program needs a host.");
                    }))
        .isInstanceOf(PlanFailedException.class)
        .hasMessage("This program needs a host.");
  }

  @Test
  void reportsAMissingSetting() {
    assertThatThrownBy(() -> Plans.of(context -> context.config().require("host")))
        .isInstanceOf(PlanFailedException.class)
        .hasMessageStartingWith("Missing required configuration variable 'online-store:host'");
  }

  @Test
  void refusesTwoResourcesWithOneUrn() {
    assertThatThrownBy(
            () ->
                Plans.of(
                    context -> {
                      ToyObject.configMap("settings", NO_OPTIONS);
                      new ToyObject("ConfigMap", "settings", Map.of("a", "b"), NO_OPTIONS);
                    }))
        .isInstanceOf(PlanFailedException.class)
        .hasMessage(
            "Duplicate resource URN '%s'; try giving it a unique name"
                .formatted(urn(CONFIG_MAP, "settings")));
  }
}
