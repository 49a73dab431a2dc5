package com.onlinestore.components.helm;

import com.onlinestore.components.settings.Image;
import com.onlinestore.components.settings.Problem;
import com.onlinestore.components.settings.Problems;
import java.util.List;
import java.util.Optional;

/**
 * Where charts and images come from when the cluster cannot reach the public ones.
 *
 * <pre>{@code
 * var mirrors = new Mirrors("oci://registry.example.com/charts", "registry.example.com/mirror");
 * }</pre>
 *
 * @param charts an address that replaces every chart repository: {@code oci://host/path}, {@code
 *     https://host/path}, or a folder that holds {@code <chart>-<version>.tgz}; null for the public
 *     repositories
 * @param images a registry, {@code host[:port][/path]}, that replaces the registry of every image;
 *     null for the public registries
 */
public record Mirrors(String charts, String images) {

  /** The public repositories and registries. */
  public static final Mirrors NONE = new Mirrors(null, null);

  private static final String CHARTS =
      "^((oci|https|http)://[^\\s/]\\S*|(?!~)(?!.*://)(?!.*:$)\\S.*)$";

  /** What may stand in front of an image; in small letters, so that one registry has one name. */
  private static final String REGISTRY =
      "^(?!.*[A-Z])" + Image.REGISTRY + "(/" + Image.NAME + ")*$";

  /** A trailing slash means nothing and is dropped. */
  public Mirrors {
    charts = withoutTrailingSlash(charts);
    images = withoutTrailingSlash(images);
  }

  /** What is wrong with the addresses; paths are the names of the two configuration keys. */
  public List<Problem> problems() {
    return new Problems()
        .addIf(
            charts != null && !charts.matches(CHARTS),
            "chartMirror",
            "\"%s\" must be oci://host/path, https://host/path, http://host/path, or a folder.",
            charts)
        .addIf(
            images != null && !images.matches(REGISTRY),
            "imageMirror",
            "\"%s\" must be a registry without a scheme, its host with a dot or a port, such as"
                + " registry.example.com/mirror.",
            images)
        .list();
  }

  /** The folder of packaged charts, where the mirror is one. */
  public Optional<String> chartFolder() {
    return Optional.ofNullable(charts).filter(address -> !address.contains("://"));
  }

  /** The registry that replaces every other. */
  public Optional<String> registry() {
    return Optional.ofNullable(images);
  }

  /** The image from where this cluster can pull it. */
  public Image image(Image image) {
    return images == null ? image : image.mirroredBy(images);
  }

  /** How Helm is told to find a version of {@code chart}. */
  Location locate(Chart chart, String version) {
    if (charts == null) {
      return new Location(chart.chartName(), chart.repository());
    }
    if (charts.startsWith("oci://")) {
      return new Location(charts + "/" + chart.chartName(), null);
    }
    if (charts.startsWith("https://") || charts.startsWith("http://")) {
      return new Location(chart.chartName(), charts);
    }
    return new Location(charts + "/" + chart.fileName(version), null);
  }

  private static String withoutTrailingSlash(String address) {
    return address == null ? null : address.replaceAll("/+$", "");
  }

  /** A chart's name or address, and the repository to look it up in, null where it stands alone. */
  record Location(String chart, String repository) {}
}
