package com.onlinestore.plan;

import java.util.Map;
import java.util.stream.Collectors;

/**
 * The objects of a plan as YAML, each written once for all who show it: writing YAML is a fifth of
 * the work on a plan.
 */
public final class ManifestTexts {

  private final Map<String, String> byUrn;

  private ManifestTexts(Map<String, String> byUrn) {
    this.byUrn = byUrn;
  }

  /** Of all objects of a plan. */
  public static ManifestTexts of(Plan plan) {
    return new ManifestTexts(
        Manifest.of(plan).parallelStream()
            .collect(
                Collectors.toConcurrentMap(
                    Manifest::urn, each -> YamlText.manifest(each.content()))));
  }

  /** The object that a resource stands for, or its inputs where it is no Kubernetes object. */
  public String of(PlannedResource resource) {
    String manifest = byUrn.get(resource.urn());
    return manifest == null ? YamlText.text(resource.inputs()) : manifest;
  }

  /** The object, as {@code kubectl apply} takes it. */
  String of(Manifest manifest) {
    return byUrn.get(manifest.urn());
  }
}
