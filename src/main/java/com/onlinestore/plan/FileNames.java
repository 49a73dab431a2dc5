package com.onlinestore.plan;

import com.onlinestore.errors.UserError;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** The paths of a plan's files. Two objects with one path are an error that names both. */
final class FileNames {

  private final Map<String, String> owners = new HashMap<>();

  String of(Manifest manifest) {
    String folder = manifest.namespace().isEmpty() ? "_cluster" : manifest.namespace();
    String name = manifest.kind().toLowerCase(Locale.ROOT) + "-" + manifest.name();
    return claim(manifest.urn(), PlanFolder.MANIFESTS + "/" + safe(folder) + "/" + safe(name));
  }

  String of(PlannedRelease release) {
    String name = release.namespace() + "-" + release.name();
    return claim(release.urn(), PlanFolder.VALUES + "/" + safe(name));
  }

  // Some file systems take Orders and orders for one file.
  private String claim(String urn, String path) {
    String owner = owners.putIfAbsent(path.toLowerCase(Locale.ROOT), urn);
    if (owner != null) {
      throw new UserError(
          "%s and %s would both be written to %s.yaml.".formatted(owner, urn, path));
    }
    return path + ".yaml";
  }

  // Names of roles may hold colons, unknown names hold angle brackets, and ".." leads elsewhere.
  private static String safe(String name) {
    return name.replaceAll("^\\.+|[^A-Za-z0-9._-]", "_");
  }
}
