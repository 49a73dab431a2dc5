package com.onlinestore.plan;

import com.pulumi.core.Output;
import com.pulumi.core.annotations.Import;
import com.pulumi.resources.CustomResource;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.ResourceArgs;
import java.util.Map;

/** A Kubernetes object of any kind, as a program of our own registers it. */
final class ToyObject extends CustomResource {

  ToyObject(String kind, String name, Map<String, Object> spec, CustomResourceOptions options) {
    this("v1", kind, name, new Args("v1", kind, "shop", name, spec), options);
  }

  private ToyObject(
      String apiVersion, String kind, String name, Args args, CustomResourceOptions options) {
    super("kubernetes:" + group(apiVersion) + ":" + kind, name, args, options);
  }

  /** An object with every field free; {@code namespace} may be null. */
  static ToyObject of(
      String apiVersion,
      String kind,
      String namespace,
      String name,
      Map<String, Object> spec,
      CustomResourceOptions options) {
    Args args = new Args(apiVersion, kind, namespace, name, spec);
    return new ToyObject(apiVersion, kind, name, args, options);
  }

  static ToyObject configMap(String name, CustomResourceOptions options) {
    return new ToyObject("ConfigMap", name, null, options);
  }

  /** A core/v1 Secret with these fields. */
  static ToyObject secret(
      String name, Map<String, Object> data, Output<Map<String, Object>> stringData) {
    Args args = new Args("v1", "Secret", "shop", name, null);
    args.data = data == null ? null : Output.of(data);
    args.stringData = stringData;
    return new ToyObject("v1", "Secret", name, args, CustomResourceOptions.Empty);
  }

  private static String group(String apiVersion) {
    return apiVersion.contains("/") ? apiVersion : "core/" + apiVersion;
  }

  private static final class Args extends ResourceArgs {
    @Import private final Output<String> apiVersion;
    @Import private final Output<String> kind;
    @Import private final Output<Map<String, String>> metadata;
    @Import private final Output<Map<String, Object>> spec;
    @Import private Output<Map<String, Object>> data;
    @Import private Output<Map<String, Object>> stringData;

    Args(String apiVersion, String kind, String namespace, String name, Map<String, Object> spec) {
      this.apiVersion = Output.of(apiVersion);
      this.kind = Output.of(kind);
      this.metadata =
          Output.of(
              namespace == null
                  ? Map.of("name", name)
                  : Map.of("name", name, "namespace", namespace));
      this.spec = spec == null ? null : Output.of(spec);
    }
  }
}
