package com.onlinestore.plugin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.pulumi.core.Output;
import com.pulumi.provider.internal.properties.PropertyValue;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a stack in another language gives a component.
 *
 * @param settings its sections of a stack file; what is not known yet is null
 * @param deployed values that only a deployment knows, as they came
 * @param unknown paths in the settings that are not known yet
 * @param secrets paths in the settings that hold a secret
 * @param dependencies URNs of what the inputs come from
 */
record Inputs(
    ObjectNode settings,
    Map<String, PropertyValue> deployed,
    List<String> unknown,
    List<String> secrets,
    Set<String> dependencies) {

  static final String KUBECONFIG = "kubeconfig";
  static final String GRAFANA_PASSWORD = "grafanaAdminPassword";
  static final String CHART_MIRROR = "chartMirror";
  static final String IMAGE_MIRROR = "imageMirror";

  /** Inputs that are not a section of a stack file. */
  static final Set<String> DEPLOYED =
      Set.of(KUBECONFIG, GRAFANA_PASSWORD, CHART_MIRROR, IMAGE_MIRROR);

  /** Takes apart what crossed the boundary. */
  static Inputs read(Map<String, PropertyValue> inputs) {
    return new InputReader().read(inputs);
  }

  /** Their names. */
  Set<String> names() {
    Set<String> names = new HashSet<>(deployed.keySet());
    settings.fieldNames().forEachRemaining(names::add);
    return names;
  }

  /** A value that only a deployment knows: secret and unknown where it came so. */
  Optional<Output<String>> output(String name) {
    return Optional.ofNullable(deployed.get(name)).map(value -> Crossing.text(name, value));
  }

  /** A value that must be known before anything is created. */
  Optional<String> text(String name) {
    return Optional.ofNullable(deployed.get(name))
        .filter(value -> value.getType() == PropertyValue.ValueType.STRING)
        .map(PropertyValue::getStringValue);
  }
}
