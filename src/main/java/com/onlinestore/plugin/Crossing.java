package com.onlinestore.plugin;

import com.google.common.collect.ImmutableSet;
import com.onlinestore.errors.UserError;
import com.pulumi.core.Output;
import com.pulumi.core.internal.OutputData;
import com.pulumi.core.internal.OutputInternal;
import com.pulumi.provider.internal.properties.PropertyValue;
import com.pulumi.resources.DependencyResource;
import com.pulumi.resources.Resource;

/**
 * Takes a value over the boundary as an output: whether it is secret, whether it is known, and what
 * it comes from. The SDK's own way loses a secret that also has dependencies.
 */
final class Crossing {

  private Crossing() {}

  static Output<String> text(String name, PropertyValue value) {
    ImmutableSet.Builder<Resource> resources = ImmutableSet.builder();
    boolean secret = false;
    PropertyValue inner = value;
    while (inner != null && wraps(inner)) {
      if (inner.getType() == PropertyValue.ValueType.SECRET) {
        secret = true;
        inner = inner.getSecretValue();
      } else {
        inner
            .getOutputValue()
            .getDependencies()
            .forEach(urn -> resources.add(new DependencyResource(urn)));
        inner = inner.getOutputValue().getValue();
      }
    }
    boolean known = inner != null && !inner.isComputed();
    if (known && inner.getType() != PropertyValue.ValueType.STRING) {
      throw new UserError(name + ": must be text.");
    }
    return new OutputInternal<>(
        OutputData.ofNullable(
            resources.build(), known ? inner.getStringValue() : null, known, secret));
  }

  private static boolean wraps(PropertyValue value) {
    return value.getType() == PropertyValue.ValueType.SECRET
        || value.getType() == PropertyValue.ValueType.OUTPUT;
  }
}
