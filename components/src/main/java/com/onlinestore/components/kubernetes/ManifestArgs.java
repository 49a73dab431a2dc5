package com.onlinestore.components.kubernetes;

import com.onlinestore.components.settings.Nearest;
import com.onlinestore.components.settings.Problem;
import com.onlinestore.components.settings.Problems;
import com.pulumi.core.Output;
import com.pulumi.core.annotations.Import;
import com.pulumi.resources.ResourceArgs;
import java.lang.reflect.Field;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What every Kubernetes object of the library is given: its manifest. A transformation of your own
 * finds it at whatever goes to the cluster as an object, and hands back another one.
 *
 * <p>The trap: Pulumi reads annotated fields only, so a top-level field must be one of those here.
 *
 * <pre>{@code
 * ResourceTransformation tiers =
 *     child ->
 *         child.args() instanceof ManifestArgs manifest
 *             ? Optional.of(
 *                 new ResourceTransformation.Result(
 *                     manifest.patched(
 *                         new Patch(Map.of("metadata", Map.of("labels", Map.of("tier", "shop"))))),
 *                     child.options()))
 *             : Optional.empty();
 * }</pre>
 */
public final class ManifestArgs extends ResourceArgs {

  /** What a change may name: all fields of a manifest; secret text is none of them. */
  private static final List<String> OPEN =
      Stream.of(ManifestArgs.class.getDeclaredFields())
          .filter(field -> field.isAnnotationPresent(Import.class))
          .map(Field::getName)
          .filter(field -> !field.equals("stringData"))
          .toList();

  @Import private final Output<Object> apiVersion;
  @Import private final Output<Object> kind;
  @Import private final Output<Object> metadata;
  @Import private final Output<Object> spec;
  @Import private final Output<Object> data;
  @Import private final Output<Map<String, String>> stringData;
  @Import private final Output<Object> type;
  @Import private final Output<Object> automountServiceAccountToken;
  @Import private final Output<Object> provisioner;
  @Import private final Output<Object> parameters;
  @Import private final Output<Object> reclaimPolicy;
  @Import private final Output<Object> allowVolumeExpansion;
  @Import private final Output<Object> volumeBindingMode;
  @Import private final Output<Object> webhooks;

  private final Map<String, Object> manifest;

  private ManifestArgs(
      Map<String, Object> manifest,
      Map<String, Object> fields,
      Output<Map<String, String>> stringData) {
    this.manifest = Map.copyOf(manifest);
    this.apiVersion = take(fields, "apiVersion");
    this.kind = take(fields, "kind");
    this.metadata = take(fields, "metadata");
    this.spec = take(fields, "spec");
    this.data = take(fields, "data");
    this.type = take(fields, "type");
    this.automountServiceAccountToken = take(fields, "automountServiceAccountToken");
    this.provisioner = take(fields, "provisioner");
    this.parameters = take(fields, "parameters");
    this.reclaimPolicy = take(fields, "reclaimPolicy");
    this.allowVolumeExpansion = take(fields, "allowVolumeExpansion");
    this.volumeBindingMode = take(fields, "volumeBindingMode");
    this.webhooks = take(fields, "webhooks");
    this.stringData = stringData;
  }

  /** Fields of a change that no object of the library has, or that none can do without. */
  static List<Problem> problems(Map<String, Object> change) {
    Problems problems = new Problems();
    change.keySet().stream()
        .filter(field -> !OPEN.contains(field))
        .forEach(
            field ->
                problems.addIf(
                    true,
                    field,
                    "is not a field that can be overridden.%s",
                    Nearest.didYouMean(field, OPEN)));
    return problems
        .addIf(
            change.containsKey("metadata") && !(change.get("metadata") instanceof Map),
            "metadata",
            "must be an object (name: value): it says what the object is called.")
        .addIf(
            change.get("metadata") instanceof Map<?, ?> metadata
                && metadata.get("annotations") != null
                && !(metadata.get("annotations") instanceof Map),
            "metadata.annotations",
            "must be an object (name: value): the reason of the override goes there, too.")
        .list();
  }

  /** Refuses a manifest with a top-level field this class does not carry, instead of losing it. */
  static ManifestArgs of(Map<String, Object> manifest, Output<Map<String, String>> stringData) {
    Map<String, Object> fields = new HashMap<>(manifest);
    ManifestArgs args = new ManifestArgs(manifest, fields, stringData);
    if (!fields.isEmpty()) {
      throw new IllegalArgumentException(
          "ManifestArgs carries no top-level field " + fields.keySet() + ": add it there.");
    }
    return args;
  }

  /** The object as the API server gets it, without secret text that only the deployment knows. */
  public Map<String, Object> manifest() {
    return manifest;
  }

  /** What it is, as in {@code Deployment store/orders-v1}. */
  public String object() {
    Map<?, ?> metadata = (Map<?, ?>) manifest.get("metadata");
    Object namespace = metadata.get("namespace");
    return "%s %s%s"
        .formatted(
            manifest.get("kind"), namespace == null ? "" : namespace + "/", metadata.get("name"));
  }

  /** The same object with a change to it. */
  public ManifestArgs patched(Patch patch) {
    return of(patch.applied(manifest), stringData);
  }

  private static Output<Object> take(Map<String, Object> fields, String name) {
    Object value = fields.remove(name);
    return value == null ? null : Output.of(value);
  }
}
