package com.onlinestore.plan;

import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import java.util.Map;

/** A component as the store's are: one type token, children named after it. */
final class ToyComponent extends ComponentResource {

  ToyComponent(String name) {
    this(name, ComponentResourceOptions.Empty);
  }

  ToyComponent(String name, ComponentResourceOptions options) {
    super("online-store:toy:ToyComponent", name, options);
  }

  void tell(Map<String, Output<?>> outputs) {
    registerOutputs(outputs);
  }

  CustomResourceOptions.Builder child() {
    return CustomResourceOptions.builder().parent(this);
  }
}
