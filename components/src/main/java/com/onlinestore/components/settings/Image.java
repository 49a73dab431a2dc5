package com.onlinestore.components.settings;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A container image by fixed tag or digest. The tag {@code latest} is refused: it changes under a
 * running store, and no roll-back finds the old one.
 *
 * <pre>{@code
 * var image = new Image("ghcr.io/acme/orders:1.4.2");
 * }</pre>
 *
 * @param reference as in {@code ghcr.io/acme/orders:1.4.2} or {@code acme/orders@sha256:…}
 */
public record Image(@JsonValue String reference) {

  private static final String LABEL = "[a-zA-Z0-9]([a-zA-Z0-9-]*[a-zA-Z0-9])?";

  /**
   * A host with a dot or a port, or localhost, without anchors: any other first part of a reference
   * is an owner on Docker Hub.
   */
  public static final String REGISTRY =
      "((localhost|" + LABEL + "(\\." + LABEL + ")+)(:[0-9]+)?|" + LABEL + ":[0-9]+)";

  /** One part of a repository's path, without anchors. */
  public static final String NAME = "[a-z0-9]+([._-]+[a-z0-9]+)*";

  /**
   * An optional registry (a host with a dot or a port), a repository, then a tag other than latest
   * or a digest.
   */
  public static final String PATTERN =
      "^("
          + REGISTRY
          + "/)?"
          + NAME
          + "(/"
          + NAME
          + ")*"
          + "(:(?!latest$)[A-Za-z0-9_][A-Za-z0-9._-]{0,127}"
          + "|(:[A-Za-z0-9_][A-Za-z0-9._-]{0,127})?@sha256:[a-f0-9]{64})$";

  private static final Pattern COMPILED = Pattern.compile(PATTERN);

  private static final Set<String> DOCKER_HUB = Set.of("docker.io", "index.docker.io");

  /** What to write instead, for the person whose image was refused. */
  public static final String RULE =
      "must be an image with a fixed tag or a digest, such as ghcr.io/acme/orders:1.4.2; \"latest\""
          + " is refused";

  /** Refuses a reference without tag and digest, and the tag latest. */
  @JsonCreator
  public Image {
    if (reference == null || !COMPILED.matcher(reference).matches()) {
      throw new IllegalArgumentException("image (\"%s\") %s.".formatted(reference, RULE));
    }
  }

  /**
   * The same image from another registry: the registry's host is replaced by {@code mirror}, a host
   * with an optional path; an image of Docker Hub gets it in front. There {@code nginx} is short
   * for {@code library/nginx}, with and without the registry's name.
   */
  public Image mirroredBy(String mirror) {
    int slash = reference.indexOf('/');
    String first = slash < 0 ? "" : reference.substring(0, slash);
    boolean hasRegistry = first.contains(".") || first.contains(":") || first.equals("localhost");
    String path = hasRegistry ? reference.substring(slash + 1) : reference;
    if ((!hasRegistry || DOCKER_HUB.contains(first)) && !path.contains("/")) {
      path = "library/" + path;
    }
    return new Image(mirror + "/" + path);
  }
}
