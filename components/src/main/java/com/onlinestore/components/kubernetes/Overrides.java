package com.onlinestore.components.kubernetes;

import com.onlinestore.components.settings.Problems;
import com.pulumi.core.Output;
import com.pulumi.kubernetes.helm.v3.ReleaseArgs;
import com.pulumi.resources.CustomResource;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.ProviderResource;
import com.pulumi.resources.Resource;
import com.pulumi.resources.ResourceOptions;
import com.pulumi.resources.ResourceTransformation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Carries out overrides on whatever is generated below a component, by Pulumi's own way for it. An
 * overridden object says so in an annotation, a release in its description; a resource of a cloud
 * has no place for it. One that cannot be carried out is an {@link OverrideRefused}.
 *
 * <pre>{@code
 * Overrides overrides =
 *     new Overrides(
 *         List.of(
 *             OverrideSettingsBuilder.builder()
 *                 .of("Deployment store/orders-v1")
 *                 .patch(Map.of("spec", Map.of("progressDeadlineSeconds", 900)))
 *                 .reason("its caches take ten minutes to fill")
 *                 .build()));
 * KubernetesCluster deviating = new OverriddenCluster(cluster, overrides);
 * }</pre>
 */
public record Overrides(List<OverrideSettings> settings) implements ResourceTransformation {

  /** What an overridden object says of itself. */
  public static final String ANNOTATION = "online-store/override";

  /** Copies the list. */
  public Overrides {
    settings = List.copyOf(settings);
  }

  @Override
  public Optional<Result> apply(Args resource) {
    if (settings.isEmpty()) {
      return Optional.empty();
    }
    if (resource.args() instanceof ManifestArgs manifest) {
      return of(manifest.object()).map(found -> object(manifest, resource.options(), found));
    }
    if (resource.args() instanceof ReleaseArgs release) {
      return Optional.of(new Result(release(release), resource.options()));
    }
    return isOfCloud(resource.resource())
        ? of(nameOf(resource.resource())).map(found -> ofCloud(resource, found))
        : Optional.empty();
  }

  /** What was overridden, in words for people: by what it is called why, and what is set. */
  public Map<String, String> notes() {
    Map<String, String> notes = new TreeMap<>();
    settings.forEach(override -> notes.put(override.of(), note(override)));
    return notes;
  }

  private Optional<OverrideSettings> of(String object) {
    return settings.stream().filter(each -> each.of().equals(object)).findFirst();
  }

  private static Result object(
      ManifestArgs manifest, ResourceOptions options, OverrideSettings override) {
    OverrideRefused.ifAny(
        override,
        new Problems()
            .addIf(override.id() != null, "id", OverrideSettings.ID_OF_OBJECT)
            .addAll("patch", ManifestArgs.problems(override.patch()))
            .list());
    ManifestArgs patched = manifest.patched(new Patch(override.patch()));
    return new Result(
        override.adopt() ? patched : patched.patched(annotation(override)),
        adopting(options, override));
  }

  /** Not on what is adopted, which has no such annotation and would be updated. */
  private static Patch annotation(OverrideSettings override) {
    return new Patch(Map.of("metadata", Map.of("annotations", Map.of(ANNOTATION, note(override)))));
  }

  private static boolean isOfCloud(Resource resource) {
    return resource instanceof CustomResource && !(resource instanceof ProviderResource);
  }

  /** Its name in the program: what the cloud calls it is often known late, or never said. */
  private static String nameOf(Resource resource) {
    String type = resource.pulumiResourceType();
    return "%s %s"
        .formatted(type.substring(type.lastIndexOf(':') + 1), resource.pulumiResourceName());
  }

  private static Result ofCloud(Args resource, OverrideSettings override) {
    TypedPatch patch = new TypedPatch(override.patch());
    OverrideRefused.ifAny(
        override,
        new Problems()
            .addAll(
                "patch", patch.problems(resource.args().getClass(), secrets(resource.options())))
            .addIf(
                override.adopt() && override.id() == null,
                "id",
                "is missing: nobody but its cloud knows what it is called there.")
            .list());
    return new Result(patch.applied(resource.args()), adopting(resource.options(), override));
  }

  private static List<String> secrets(ResourceOptions options) {
    return options instanceof CustomResourceOptions custom
        ? custom.getAdditionalSecretOutputs()
        : List.of();
  }

  /** Whether a release is meant is only known with its name, which is an output as well. */
  private ReleaseArgs release(ReleaseArgs release) {
    Output<Optional<OverrideSettings>> meant =
        Output.tuple(release.namespace().orElseThrow(), release.name().orElseThrow())
            .applyValue(names -> of("Release %s/%s".formatted(names.t1, names.t2)));
    Output<Map<String, Object>> values =
        Output.tuple(meant, release.values().orElse(Output.of(Map.of())))
            .applyValue(
                both ->
                    both.t1
                        .map(found -> new Patch(found.patch()).applied(both.t2))
                        .orElse(both.t2));
    return ReleaseArgs.builder(release)
        .values(values)
        .description(meant.applyValue(found -> found.map(Overrides::note).orElse(null)))
        .build();
  }

  private static ResourceOptions adopting(ResourceOptions options, OverrideSettings override) {
    return override.adopt() && options instanceof CustomResourceOptions custom
        ? CustomResourceOptions.merge(
            custom, CustomResourceOptions.builder().importId(override.importId()).build())
        : options;
  }

  private static String note(OverrideSettings override) {
    List<String> what = new ArrayList<>(override.adopt() ? List.of("adopted") : List.of());
    what.addAll(new Patch(override.patch()).paths());
    return "%s (%s)".formatted(override.reason(), String.join(", ", what));
  }
}
