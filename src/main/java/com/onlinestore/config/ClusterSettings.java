package com.onlinestore.config;

import static com.onlinestore.components.settings.Checks.or;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import com.onlinestore.components.cluster.AccessSettings;
import com.onlinestore.components.cluster.ExistingClusterSettings;
import com.onlinestore.components.cluster.WorkloadIdentity;
import com.onlinestore.components.cluster.aws.EksCluster;
import com.onlinestore.components.cluster.aws.EksSettings;
import com.onlinestore.components.cluster.gcp.GkeCluster;
import com.onlinestore.components.cluster.gcp.GkeSettings;
import com.onlinestore.components.helm.Chart;
import com.onlinestore.components.mesh.SupportedKubernetes;
import com.onlinestore.components.settings.Problem;
import com.onlinestore.components.settings.Problems;
import com.onlinestore.components.settings.Profile;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which cluster the store is put on: one that is there, or one that this stack makes.
 *
 * @param existing one that is already there; default what kubectl would use
 * @param eks one that this stack makes on AWS
 * @param gke one that this stack makes on Google Cloud
 * @param access from where the API server of a cluster that this stack makes is reached; default
 *     from inside its network alone
 * @param guarded {@code protected} in the stack file: whether a destroy is refused; default in prod
 * @param only whether to stop when the cluster stands, before anything is put into it
 */
public record ClusterSettings(
    @JsonPropertyDescription(
            "A cluster that is already there: kind, minikube or somebody else's. Default: what"
                + " kubectl would use.")
        ExistingClusterSettings existing,
    @JsonPropertyDescription("A cluster that this stack makes on AWS.") EksSettings eks,
    @JsonPropertyDescription("A cluster that this stack makes on Google Cloud.") GkeSettings gke,
    @JsonPropertyDescription(
            "From where the API server of a cluster that this stack makes is reached. Default: from"
                + " inside its network alone.")
        AccessSettings access,
    @JsonProperty("protected")
        @JsonPropertyDescription(
            "Refuse to destroy a cluster that this stack makes. Default: true in prod.")
        Boolean guarded,
    @JsonPropertyDescription(
            "true: make network and cluster and put nothing into it: the first step where the API"
                + " server is private. Default: false.")
        Boolean only) {

  /** Fills in the defaults. */
  public ClusterSettings {
    if (existing == null && eks == null && gke == null) {
      existing = ExistingClusterSettings.defaults();
    }
    only = or(only, false);
  }

  /** What kubectl would use. */
  public static ClusterSettings defaults() {
    return new ClusterSettings(null, null, null, null, null, null);
  }

  /** Whether this stack makes the cluster, and its network. */
  public boolean managed() {
    return eks != null || gke != null;
  }

  /** Minor version of its Kubernetes; null where the stack file does not decide it. */
  String kubernetesVersion() {
    if (eks != null) {
      return eks.version();
    }
    if (gke != null) {
      return gke.version();
    }
    return existing.version();
  }

  /** From where the API server is reached. */
  public AccessSettings accessOrDefault() {
    return or(access, AccessSettings.defaults());
  }

  /** Whether a destroy is refused. */
  public boolean guardedIn(Profile profile) {
    return or(guarded, profile == Profile.PROD);
  }

  /** How its service accounts get a role in the cloud; empty where nobody knows. */
  Optional<WorkloadIdentity> identity(CloudPlace place) {
    if (eks != null) {
      return Optional.of(EksCluster.identity(place.awsRegion()));
    }
    return gke == null ? Optional.empty() : Optional.of(GkeCluster.identity());
  }

  private static List<Problem> nameProblems(CloudPlace place, String pattern) {
    return new Problems()
        .addIf(
            !place.name().matches(pattern),
            "",
            "would be called \"%s\" after project and stack, which its cloud does not take (%s);"
                + " give the stack a shorter, plainer name.",
            place.name(),
            pattern)
        .list();
  }

  /**
   * Whether the mesh works on it.
   *
   * @param version minor version of Kubernetes; null where the stack file does not decide it
   */
  private static List<Problem> versionProblems(String version) {
    SupportedKubernetes supported = SupportedKubernetes.ofPinnedIstio();
    return new Problems()
        .addIf(
            version != null && !supported.includes(version),
            "",
            "\"%s\" does not work with Istio %s, which supports Kubernetes %s to %s.",
            version,
            Chart.ISTIOD.version(),
            supported.oldest(),
            supported.newest())
        .list();
  }

  /** What the stack's place in a cloud lacks. */
  List<Problem> placeProblems(CloudPlace place) {
    return new Problems()
        .addAll("", eks == null ? List.of() : place.awsProblems())
        .addAll("", gke == null ? List.of() : place.gcpProblems())
        .list();
  }

  /** What is wrong across the settings. */
  List<Problem> problems(CloudPlace place, Profile profile) {
    Problems problems = new Problems();
    problems.addIf(
        Stream.of(existing, eks, gke).filter(cluster -> cluster != null).count() > 1,
        "",
        "names several clusters; a stack has one of existing, eks and gke.");
    if (existing != null) {
      problems
          .addAll("existing", existing.problems())
          .addAll("existing.version", versionProblems(existing.version()));
    }
    if (eks != null) {
      problems
          .addAll("eks", nameProblems(place, EksCluster.NAME))
          .addAll("eks", eks.problems(place.awsRegion(), profile))
          .addAll("eks.version", versionProblems(eks.version()));
    }
    if (gke != null) {
      problems
          .addAll("gke", nameProblems(place, GkeCluster.NAME))
          .addAll("gke", gke.problems(place.gcpRegion(), profile))
          .addAll("gke.version", versionProblems(gke.version()));
    }
    problems.addAll("access", accessOrDefault().problems());
    if (!managed()) {
      problems
          .addIf(
              access != null, "access", "has no effect on a cluster that is not ours; remove it.")
          .addIf(
              guarded != null,
              "protected",
              "has no effect on a cluster that is not ours; remove it.")
          .addIf(only, "only", "would do nothing: this stack makes no cluster; remove it.");
    }
    return problems.list();
  }
}
