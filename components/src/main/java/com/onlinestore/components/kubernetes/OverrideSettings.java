package com.onlinestore.components.kubernetes;

import static com.onlinestore.components.settings.Checks.matching;
import static com.onlinestore.components.settings.Checks.optional;
import static com.onlinestore.components.settings.Checks.or;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import com.onlinestore.components.settings.Checks;
import com.onlinestore.components.settings.Problem;
import com.onlinestore.components.settings.Problems;
import io.soabase.recordbuilder.core.RecordBuilder;
import jakarta.validation.constraints.Pattern;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A way out where no setting says what is needed: another word on one generated object, Helm
 * release or resource of a cloud, or taking over one that is there already.
 *
 * <p>The trap: the settings do not know what they change. A patch of a resource of a cloud is held
 * against its types when that is made; the rest is for the API server, the chart, or the cloud.
 *
 * <pre>{@code
 * OverrideSettings patience =
 *     OverrideSettingsBuilder.builder()
 *         .of("Deployment store/orders-v1")
 *         .patch(Map.of("spec", Map.of("progressDeadlineSeconds", 900)))
 *         .reason("its caches take ten minutes to fill")
 *         .build();
 * }</pre>
 *
 * @param of kind, namespace and name, as in {@code Deployment store/orders-v1}; of a Helm release
 *     {@code Release istio-system/istiod}; of a resource of a cloud kind and name as the plan says
 *     them, as in {@code Cluster online-store-dev-cluster}
 * @param patch what is merged into the object, into the values of the release, or into the
 *     properties of the resource
 * @param adopt whether it is there already and is taken over; default false
 * @param id by which the cloud's provider imports a resource that is adopted; null for a Kubernetes
 *     object, whose name says it
 * @param reason why, for whoever reviews it
 */
@RecordBuilder
public record OverrideSettings(
    @JsonProperty(required = true)
        @JsonPropertyDescription(
            "Kind, namespace and name of a generated object, such as Deployment store/orders-v1, or"
                + " of a Helm release, such as Release istio-system/istiod; kind and name of a"
                + " resource of a cloud as the plan says them, such as Cluster"
                + " online-store-dev-cluster.")
        @Pattern(regexp = OverrideSettings.OBJECT)
        String of,
    @JsonPropertyDescription(
            "Merged into the object, the values of the release, or the properties of the resource. Objects are merged, null takes a"
                + " field away, anything else, lists as well, takes the place of what is there."
                + " Default: none.")
        Map<String, Object> patch,
    @JsonPropertyDescription(
            "Whether it is there already and is taken over (Pulumi's import). What differs from the"
                + " program is shown by the preview and changed by the update. Default: false.")
        Boolean adopt,
    @JsonPropertyDescription(
            "What the cloud calls a resource that is adopted, as its provider's import wants it, such as"
                + " eipalloc-0123456789abcdef0. Not for Kubernetes objects. Default: none.")
        @Pattern(regexp = OverrideSettings.ID)
        String id,
    @JsonProperty(required = true)
        @JsonPropertyDescription("Why, for whoever reviews it.")
        @Pattern(regexp = Checks.REASON)
        String reason) {

  /** A kind and a name, with its namespace where it has one. */
  public static final String OBJECT =
      "^[A-Z][A-Za-z0-9]{0,62} ([a-z0-9.-]{1,253}/)?[A-Za-z0-9._:+=,@-]{1,253}$";

  /** What a cloud calls something: never with a space. */
  public static final String ID = "^\\S{1,1024}$";

  static final String ID_OF_OBJECT =
      "is only for resources of a cloud: an object is found by its name.";

  private static final Set<String> IDENTITY =
      Set.of("apiVersion", "kind", "metadata.name", "metadata.namespace");

  /** Fills in the defaults; refuses what names nothing or says no reason. */
  public OverrideSettings {
    matching("of", of, OBJECT);
    patch = Checks.sorted(patch);
    adopt = or(adopt, false);
    optional("id", id, ID);
    matching("reason", reason, Checks.REASON);
  }

  /** What is wrong across overrides, each under its position. */
  public static List<Problem> problems(List<OverrideSettings> overrides) {
    Problems problems = new Problems();
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < overrides.size(); i++) {
      OverrideSettings override = overrides.get(i);
      problems
          .addIf(
              !seen.add(override.of()),
              "[" + i + "].of",
              "\"%s\" is overridden twice: put both into one.",
              override.of())
          .addAll("[" + i + "]", override.problems());
    }
    return problems.list();
  }

  private List<Problem> problems() {
    List<String> identity =
        new Patch(patch).paths().stream().filter(OverrideSettings::identifies).toList();
    return new Problems()
        .addIf(patch.isEmpty() && !adopt, "", "does nothing: give it a patch, or say adopt: true.")
        .addIf(
            adopt && ofRelease(),
            "adopt",
            "is not for Helm releases: these components import none, and Pulumi makes none whose"
                + " name is in use. Keep yours by use: existing, or uninstall it first.")
        .addIf(id != null && !adopt, "id", "is only for what is adopted: say adopt: true.")
        .addIf(ofObject() && id != null, "id", ID_OF_OBJECT)
        .addIf(
            !identity.isEmpty() && !ofRelease(),
            "patch",
            "must not change what an object is called (%s): it would be another object.",
            String.join(", ", identity))
        .addAll("patch", ofObject() ? ManifestArgs.problems(patch) : List.of())
        .addAll("patch", Carried.problems(patch))
        .list();
  }

  private static boolean identifies(String path) {
    return IDENTITY.stream().anyMatch(own -> path.equals(own) || path.startsWith(own + "."));
  }

  /** An object without a namespace looks like a resource of a cloud. */
  private boolean ofObject() {
    return of.contains("/") && !ofRelease();
  }

  boolean ofRelease() {
    return of.startsWith("Release ");
  }

  /** What the provider imports by; for an object {@code namespace/name}, or the name alone. */
  String importId() {
    return id == null ? of.substring(of.indexOf(' ') + 1) : id;
  }
}
