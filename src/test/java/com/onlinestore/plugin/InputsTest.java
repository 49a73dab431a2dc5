package com.onlinestore.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.onlinestore.errors.UserError;
import com.pulumi.core.Output;
import com.pulumi.core.internal.Internal;
import com.pulumi.core.internal.OutputData;
import com.pulumi.provider.internal.properties.PropertyValue;
import com.pulumi.provider.internal.properties.PropertyValue.OutputReference;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class InputsTest {

  private static final String URN = "urn:pulumi:dev::shop::online-store:index:Platform::platform";

  @Test
  void sectionsBecomeWhatAStackFileSays() {
    Inputs inputs =
        read(
            "services",
            object(
                "web",
                object(
                    "port", PropertyValue.of(9898.0),
                    "calls", PropertyValue.of(List.of(PropertyValue.of("stock"))),
                    "live", PropertyValue.NULL)));
    assertThat(inputs.settings())
        .hasToString("{\"services\":{\"web\":{\"calls\":[\"stock\"],\"port\":9898}}}");
    assertThat(inputs.names()).containsExactly("services");
  }

  @Test
  void nullStaysInAPatchWhereItTakesAFieldAway() {
    Inputs inputs =
        read(
            "overrides",
            PropertyValue.of(
                List.of(object("patch", object("spec", object("replicas", PropertyValue.NULL))))));
    assertThat(inputs.settings())
        .hasToString("{\"overrides\":[{\"patch\":{\"spec\":{\"replicas\":null}}}]}");
  }

  @Test
  void aFractionStaysOne() {
    Inputs inputs = read("observability", object("sampling", PropertyValue.of(0.5)));
    assertThat(inputs.settings()).hasToString("{\"observability\":{\"sampling\":0.5}}");
  }

  @Test
  void whatIsUnknownOrSecretInASectionIsRememberedByItsPath() {
    Inputs inputs =
        read(
            "services",
            object(
                "web",
                object(
                    "args", PropertyValue.of(List.of(PropertyValue.COMPUTED)),
                    "image", PropertyValue.ofSecret(PropertyValue.of("a/b:1")))));
    assertThat(inputs.unknown()).containsExactly("services.web.args[0]");
    assertThat(inputs.secrets()).containsExactly("services.web.image");
    assertThat(inputs.settings().at("/services/web/args/0").isNull()).isTrue();
  }

  @Test
  void whatASectionComesFromIsRemembered() {
    PropertyValue mesh = object("use", PropertyValue.of("existing"));
    Inputs inputs = read("mesh", PropertyValue.of(new OutputReference(mesh, Set.of(URN))));
    assertThat(inputs.dependencies()).containsExactly(URN);
    assertThat(inputs.settings()).hasToString("{\"mesh\":{\"use\":\"existing\"}}");
  }

  @Test
  void aSecretThatComesFromSomethingStaysBoth() {
    PropertyValue text = PropertyValue.of("apiVersion: v1");
    OutputData<String> data =
        data(
            read(
                "kubeconfig",
                PropertyValue.ofSecret(PropertyValue.of(new OutputReference(text, Set.of(URN))))));
    assertThat(data.getValueNullable()).isEqualTo("apiVersion: v1");
    assertThat(data.isSecret()).isTrue();
    assertThat(data.isKnown()).isTrue();
    assertThat(data.getResources()).hasSize(1);
  }

  @Test
  void aKubeconfigThatIsNotKnownYetStaysUnknown() {
    assertThat(data(read("kubeconfig", PropertyValue.COMPUTED)).isKnown()).isFalse();
    assertThat(
            data(read("kubeconfig", PropertyValue.of(new OutputReference(null, Set.of(URN)))))
                .isKnown())
        .isFalse();
  }

  @Test
  void aKubeconfigThatIsNoTextIsRefused() {
    Inputs inputs = read("kubeconfig", PropertyValue.of(true));
    assertThatThrownBy(() -> inputs.output(Inputs.KUBECONFIG))
        .isInstanceOf(UserError.class)
        .hasMessage("kubeconfig: must be text.");
  }

  private static Inputs read(String name, PropertyValue value) {
    return Inputs.read(Map.of(name, value));
  }

  private static OutputData<String> data(Inputs inputs) {
    Output<String> output = inputs.output(Inputs.KUBECONFIG).orElseThrow();
    return Internal.of(output).getDataAsync().join();
  }

  private static PropertyValue object(String name, PropertyValue value) {
    return PropertyValue.of(Map.of(name, value));
  }

  private static PropertyValue object(
      String one, PropertyValue first, String two, PropertyValue second) {
    return PropertyValue.of(Map.of(one, first, two, second));
  }

  private static PropertyValue object(
      String one,
      PropertyValue first,
      String two,
      PropertyValue second,
      String three,
      PropertyValue third) {
    return PropertyValue.of(Map.of(one, first, two, second, three, third));
  }
}
