package com.onlinestore;

import com.onlinestore.components.cluster.CloudTags;
import com.onlinestore.components.cluster.ExistingCluster;
import com.onlinestore.components.cluster.KubernetesCluster;
import com.onlinestore.components.cluster.ManagedCluster;
import com.onlinestore.components.cluster.ManagedClusterBuilder;
import com.onlinestore.components.cluster.aws.EksCluster;
import com.onlinestore.components.cluster.gcp.GkeCluster;
import com.onlinestore.config.ClusterSettings;
import com.onlinestore.config.StackFile;
import com.onlinestore.config.StackSettings;
import com.pulumi.resources.ComponentResourceOptions;

/** The cluster that a stack file asks for. */
public final class StackCluster {

  private StackCluster() {}

  /**
   * Makes it, or connects to one that is there.
   *
   * @param project of Pulumi, as the cloud's tags name it
   * @param stack of Pulumi, likewise
   * @param name of the component where the cluster is not ours; one of ours is called after its
   *     place
   */
  public static KubernetesCluster of(
      StackFile file, String project, String stack, String name, ComponentResourceOptions options) {
    ClusterSettings chosen = file.settings().cluster();
    if (chosen.eks() != null) {
      return new EksCluster(
          file.place().name(),
          chosen.eks(),
          file.place().awsRegion(),
          managed(file, project, stack),
          options);
    }
    if (chosen.gke() != null) {
      return new GkeCluster(
          file.place().name(),
          chosen.gke(),
          file.place().gcpProject(),
          file.place().gcpRegion(),
          managed(file, project, stack),
          options);
    }
    return new ExistingCluster(name, chosen.existing(), options);
  }

  private static ManagedCluster managed(StackFile file, String project, String stack) {
    StackSettings settings = file.settings();
    ClusterSettings chosen = settings.cluster();
    return ManagedClusterBuilder.builder()
        .profile(settings.profile())
        .access(chosen.accessOrDefault())
        .guarded(chosen.guardedIn(settings.profile()))
        .empty(chosen.only())
        .tags(
            new CloudTags(
                project,
                stack,
                settings.environment(),
                settings.ownership().owner(),
                settings.ownership().costCentre()))
        .mirrors(file.mirrors())
        .logs(settings.observability().logBucketIn(settings.profile()).orElse(null))
        .check(new ReachableApiServer())
        .build();
  }
}
