package com.onlinestore.components.mesh;

import com.onlinestore.components.settings.Checks;
import com.onlinestore.components.settings.Nearest;
import com.onlinestore.components.settings.Problem;
import com.onlinestore.components.settings.Problems;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The control planes of a mesh side by side, the tags that point at them, and what the store
 * follows: the terms in which an upgrade is a canary.
 *
 * @param revisions by name
 * @param tags name of the tag to name of the revision
 * @param follow the tag or revision that namespaces carry
 */
record ControlPlanes(
    Map<String, RevisionSettings> revisions, Map<String, String> tags, String follow) {

  /** Istio's own name for the control plane that was installed without a revision. */
  static final String DEFAULT = "default";

  /** One control plane without a revision. */
  static final Map<String, RevisionSettings> ONE = Map.of(DEFAULT, RevisionSettings.defaults());

  ControlPlanes {
    revisions = Checks.sorted(revisions);
    tags = Checks.sorted(tags);
  }

  /** What Istio's charts and objects are called that belong to {@code revision}. */
  static String istiod(String revision) {
    return revision.equals(DEFAULT) ? "istiod" : "istiod-" + revision;
  }

  /** The revision that is followed, by way of a tag or not. */
  String followed() {
    return tags.getOrDefault(follow, follow);
  }

  /** What a namespace carries so that its pods follow. */
  Map<String, String> injectionLabels() {
    return Mesh.injection(follow.equals(DEFAULT) ? null : follow);
  }

  /** Names that do not exist, are taken, or cannot be; versions that our values do not fit. */
  List<Problem> problems() {
    Problems problems = new Problems();
    problems.addIf(
        revisions.isEmpty(),
        "revisions",
        "needs at least one revision; without the line it is one without a name.");
    revisions.forEach(
        (name, settings) ->
            problems
                .addAll("revisions." + name, nameProblems(name))
                .addAll("revisions." + name + ".version", versionProblems(settings.version())));
    tags.forEach(
        (tag, revision) ->
            problems
                .addAll("tags." + tag, nameProblems(tag))
                .addAll("tags." + tag, tagProblems(tag, revision)));
    return problems.addAll("follow", followProblems()).list();
  }

  /**
   * Control planes that do not work with the cluster's Kubernetes, less those of the pinned minor
   * version: plugin and CRDs have that one too, so it is told where the cluster's version stands.
   *
   * @param kubernetes minor version, as in {@code 1.35}
   */
  List<Problem> problemsWith(String kubernetes) {
    Problems problems = new Problems();
    revisions.forEach(
        (name, settings) ->
            SupportedKubernetes.of(settings.version())
                .filter(supported -> !supported.equals(SupportedKubernetes.ofPinnedIstio()))
                .filter(supported -> !supported.includes(kubernetes))
                .ifPresent(
                    supported ->
                        problems.addIf(
                            true,
                            "revisions." + name + ".version",
                            "\"%s\" does not work with the cluster's Kubernetes %s: Istio %s"
                                + " supports %s to %s.",
                            settings.version(),
                            kubernetes,
                            SupportedKubernetes.minorOf(settings.version()),
                            supported.oldest(),
                            supported.newest())));
    return problems.list();
  }

  private static List<Problem> nameProblems(String name) {
    return new Problems()
        .addIf(
            !name.matches(Checks.SERVICE_NAME),
            "",
            "must begin with a letter and hold only lower-case letters, digits and dashes, at most"
                + " 42.")
        .list();
  }

  private static List<Problem> versionProblems(String version) {
    return new Problems()
        .addIf(
            SupportedKubernetes.of(version).isEmpty(),
            "",
            "\"%s\" is of a minor version that the values of this platform are not made for; take"
                + " one of %s.",
            version,
            String.join(" or ", SupportedKubernetes.minorsOfIstio()))
        .list();
  }

  private List<Problem> tagProblems(String tag, String revision) {
    return new Problems()
        .addIf(
            !revisions.containsKey(revision),
            "",
            "\"%s\" is not a revision of this mesh, which has %s.%s",
            revision,
            String.join(", ", revisions.keySet()),
            Nearest.didYouMean(revision, revisions.keySet()))
        .addIf(
            revisions.containsKey(tag) || tag.equals(DEFAULT),
            "",
            "is the name of a revision, and a pod could not tell which is meant; rename the tag.")
        .list();
  }

  private List<Problem> followProblems() {
    Set<String> names = new TreeSet<>(revisions.keySet());
    names.addAll(tags.keySet());
    return new Problems()
        .addIf(
            !names.contains(follow) && !revisions.isEmpty(),
            "",
            "\"%s\" is neither a tag nor a revision of this mesh, which has %s.%s",
            follow,
            String.join(", ", names),
            Nearest.didYouMean(follow, names))
        .list();
  }
}
