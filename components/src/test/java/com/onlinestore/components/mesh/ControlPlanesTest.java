package com.onlinestore.components.mesh;

import static org.assertj.core.api.Assertions.assertThat;

import com.onlinestore.components.Yaml;
import com.onlinestore.components.settings.Problem;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ControlPlanesTest {

  @Test
  void byDefaultThereIsOneWithoutARevision() {
    ControlPlanes planes = planes("{}");

    assertThat(planes.revisions()).containsOnlyKeys("default");
    assertThat(planes.followed()).isEqualTo("default");
    assertThat(planes.injectionLabels()).containsExactly(Map.entry("istio-injection", "enabled"));
    assertThat(planes.problems()).isEmpty();
  }

  @Test
  void aTagIsFollowedByItsOwnNameWhateverItPointsAt() {
    ControlPlanes planes =
        planes("{revisions: {v1-30: {}, next: {}}, tags: {stable: v1-30}, follow: stable}");

    assertThat(planes.followed()).isEqualTo("v1-30");
    assertThat(planes.injectionLabels()).containsExactly(Map.entry("istio.io/rev", "stable"));
    assertThat(planes.problems()).isEmpty();
  }

  @Test
  void aRevisionIsFollowedWithoutATag() {
    ControlPlanes planes = planes("{revisions: {default: {}, v1-30: {}}, follow: v1-30}");

    assertThat(planes.followed()).isEqualTo("v1-30");
    assertThat(planes.injectionLabels()).containsExactly(Map.entry("istio.io/rev", "v1-30"));
    assertThat(planes.problems()).isEmpty();
  }

  /** The first step from a mesh without revisions changes nothing for the pods that are there. */
  @Test
  void theOneWithoutARevisionStandsBesideOthers() {
    ControlPlanes planes = planes("{revisions: {default: {}, v1-30: {}}, tags: {next: v1-30}}");

    assertThat(planes.injectionLabels()).containsExactly(Map.entry("istio-injection", "enabled"));
    assertThat(planes.problems()).isEmpty();
  }

  @Test
  void whatIsFollowedMustExist() {
    assertThat(planes("{revisions: {v1-30: {}}, tags: {stable: v1-30}, follow: stabel}").problems())
        .containsExactly(
            new Problem(
                "follow",
                "\"stabel\" is neither a tag nor a revision of this mesh, which has stable, v1-30."
                    + " Did you mean \"stable\"?"));
    assertThat(planes("{revisions: {v1-30: {}}}").problems())
        .containsExactly(
            new Problem(
                "follow",
                "\"default\" is neither a tag nor a revision of this mesh, which has v1-30."));
  }

  @Test
  void aTagPointsAtARevision() {
    assertThat(planes("{revisions: {default: {}, v1-30: {}}, tags: {next: v1-31}}").problems())
        .containsExactly(
            new Problem(
                "tags.next",
                "\"v1-31\" is not a revision of this mesh, which has default, v1-30. Did you mean"
                    + " \"v1-30\"?"));
  }

  @Test
  void aTagHasANameOfItsOwn() {
    Problem taken =
        new Problem(
            "",
            "is the name of a revision, and a pod could not tell which is meant; rename the tag.");

    assertThat(
            planes("{revisions: {v1-30: {}}, tags: {v1-30: v1-30, default: v1-30}, follow: v1-30}")
                .problems())
        .containsExactly(taken.under("tags.default"), taken.under("tags.v1-30"));
  }

  @Test
  void namesAreSuchThatIstiosObjectsCanHaveThem() {
    Problem name =
        new Problem(
            "",
            "must begin with a letter and hold only lower-case letters, digits and dashes, at most"
                + " 42.");

    assertThat(
            planes(
                    "{revisions: {default: {}, \"1.30\": {}, %s: {}}, tags: {Next: default}}"
                        .formatted("a".repeat(43)))
                .problems())
        .containsExactly(
            name.under("revisions.1.30"),
            name.under("revisions." + "a".repeat(43)),
            name.under("tags.Next"));
  }

  @Test
  void onlyVersionsThatOurValuesAreMadeForAreInstalled() {
    String other =
        "\"%s\" is of a minor version that the values of this platform are not made for; take one"
            + " of 1.29 or 1.30.";

    assertThat(
            planes(
                    "{revisions: {default: {}, a: {version: 1.28.4}, b: {version: 1.29.2},"
                        + " c: {version: 1.30.4}, d: {version: 1.31.0}}}")
                .problems())
        .containsExactly(
            new Problem("revisions.a.version", other.formatted("1.28.4")),
            new Problem("revisions.d.version", other.formatted("1.31.0")));
  }

  @Test
  void aMeshHasAControlPlane() {
    assertThat(planes("{revisions: {}}").problems())
        .containsExactly(
            new Problem(
                "revisions",
                "needs at least one revision; without the line it is one without a name."));
  }

  @Test
  void theOlderMinorVersionIsHeldAgainstTheClustersKubernetes() {
    ControlPlanes planes = planes("{revisions: {default: {}, old: {version: 1.29.2}}}");

    assertThat(planes.problemsWith("1.36"))
        .containsExactly(
            new Problem(
                "revisions.old.version",
                "\"1.29.2\" does not work with the cluster's Kubernetes 1.36: Istio 1.29 supports"
                    + " 1.31 to 1.35."));
    assertThat(List.of("1.32", "1.35")).allMatch(each -> planes.problemsWith(each).isEmpty());
  }

  /** Its plugin and CRDs are there in any case, so one problem is told, and not here. */
  @Test
  void thePinnedMinorVersionIsHeldAgainstItWhereTheClustersVersionStands() {
    assertThat(planes("{revisions: {default: {}, new: {version: 1.30.4}}}").problemsWith("1.40"))
        .isEmpty();
  }

  private static ControlPlanes planes(String yaml) {
    return Yaml.read(MeshSettings.class, yaml).controlPlanes();
  }
}
