package com.onlinestore.components.kubernetes;

import com.pulumi.core.Output;
import com.pulumi.kubernetes.helm.v3.ReleaseArgs;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.ResourceOptions;
import com.pulumi.resources.ResourceTransformation;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Carries out overrides on whatever is generated below a component, by Pulumi's own way for it. An
 * overridden object says so in an annotation, a release in its description.
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
    return Optional.empty();
  }

  private Optional<OverrideSettings> of(String object) {
    return settings.stream().filter(each -> each.of().equals(object)).findFirst();
  }

  private static Result object(
      ManifestArgs manifest, ResourceOptions options, OverrideSettings override) {
    Patch note =
        new Patch(Map.of("metadata", Map.of("annotations", Map.of(ANNOTATION, note(override)))));
    return new Result(
        manifest.patched(new Patch(override.patch())).patched(note), adopting(options, override));
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
            custom, CustomResourceOptions.builder().importId(override.id()).build())
        : options;
  }

  private static String note(OverrideSettings override) {
    String what = String.join(", ", new Patch(override.patch()).paths());
    return "%s (%s)".formatted(override.reason(), what.isEmpty() ? "adopted" : what);
  }
}
