package com.onlinestore.policy.rules;

import static com.onlinestore.policy.Severity.ADVISORY;
import static com.onlinestore.policy.Severity.MANDATORY;

import com.onlinestore.policy.About;
import com.onlinestore.policy.Rule;
import com.onlinestore.policy.Value;
import java.util.List;

/** Images and charts: which build runs, and where it comes from. */
final class ImageRules {

  private ImageRules() {}

  static List<Rule> all() {
    return List.of(
        new Rule(
            "images/tag",
            MANDATORY,
            "Images are named by a version.",
            "latest is another image tomorrow: pods of one Deployment differ, and nothing rolls"
                + " back.",
            "Name a version or a digest.",
            About.containers(
                container -> {
                  Value image = container.value().at("image");
                  return image.wrongIf(
                      image.exists()
                          && !image.text().contains("@")
                          && (tag(image.text()).isEmpty() || tag(image.text()).equals("latest")),
                      "does not say which build runs");
                })),
        new Rule(
            "images/digest",
            ADVISORY,
            "Images are pinned by a digest.",
            "A tag can be moved to another image by whoever may write to the registry.",
            "Add the digest to the tag: name:1.4.2@sha256:…",
            About.containers(
                container -> {
                  Value image = container.value().at("image");
                  return image.wrongIf(
                      image.exists() && !image.text().contains("@"), "is a tag that can be moved");
                })),
        new Rule(
            "images/registry",
            ADVISORY,
            "Images name their registry.",
            "Without one each node decides, mostly for Docker Hub and its limit on pulls.",
            "Write the registry before the name, as in ghcr.io/acme/orders:1.4.2.",
            About.containers(
                container -> {
                  Value image = container.value().at("image");
                  return image.wrongIf(
                      image.exists() && !namesRegistry(image.text()),
                      "leaves the registry to the node");
                })),
        new Rule(
            "charts/version",
            MANDATORY,
            "Helm releases name the version of their chart.",
            "Without one every update takes the newest, whatever is in it.",
            "Set the release's version.",
            About.releases(
                (release, inputs) ->
                    inputs
                        .at("version")
                        .wrongIf(
                            release.version().isEmpty() && !isFile(release.chart()),
                            "takes the newest chart on every update"))),
        new Rule(
            "charts/transport",
            MANDATORY,
            "Charts come over TLS.",
            "Whoever is between could otherwise send another chart, and it runs as the deployer.",
            "Take the repository's https address, or an oci registry.",
            About.releases(
                (release, inputs) -> {
                  Value address =
                      release.repository().isEmpty()
                          ? inputs.at("chart")
                          : inputs.at("repositoryOpts", "repo");
                  return address.wrongIf(
                      address.text().startsWith("http://"), "comes over plain HTTP");
                })));
  }

  /** What stands after the last colon, unless that is a port of the registry. */
  private static String tag(String image) {
    String name = image.substring(image.lastIndexOf('/') + 1);
    return name.contains(":") ? name.substring(name.lastIndexOf(':') + 1) : "";
  }

  // As container runtimes tell: a first part with a dot or a port, or localhost.
  private static boolean namesRegistry(String image) {
    String first = image.contains("/") ? image.substring(0, image.indexOf('/')) : "";
    return first.contains(".") || first.contains(":") || first.equals("localhost");
  }

  // A folder or a package beside the program is one version, and so is a packaged address.
  private static boolean isFile(String chart) {
    return chart.startsWith(".") || chart.startsWith("/") || chart.endsWith(".tgz");
  }
}
