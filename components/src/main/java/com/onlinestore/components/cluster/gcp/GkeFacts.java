package com.onlinestore.components.cluster.gcp;

import com.onlinestore.components.cluster.ClusterFacts;
import com.onlinestore.components.cluster.ClusterFactsBuilder;
import com.onlinestore.components.cluster.IstioPlatform;
import com.onlinestore.components.cluster.WorkloadIdentity;
import com.onlinestore.components.cluster.WorkloadIdentity.Endpoint;
import com.onlinestore.components.settings.Profile;
import java.util.List;
import java.util.Map;

/** What is particular about GKE for everything that is put on it. */
final class GkeFacts {

  /** Google answers at the first address; Dataplane V2 sends pods on to GKE's own server there. */
  private static final List<Endpoint> METADATA =
      List.of(new Endpoint("169.254.169.254/32", 80), new Endpoint("169.254.169.252/32", 988));

  private static final String ACCOUNT =
      "^[a-z][a-z0-9-]{4,28}[a-z0-9]@[a-z0-9.-]+\\.iam\\.gserviceaccount\\.com$";

  static final WorkloadIdentity IDENTITY =
      new WorkloadIdentity(
          "iam.gke.io/gcp-service-account",
          ACCOUNT,
          "orders@acme-prod.iam.gserviceaccount.com",
          METADATA,
          List.of());

  private GkeFacts() {}

  /**
   * The facts of a cluster.
   *
   * @param version minor version of Kubernetes; null where the channel chooses
   */
  static ClusterFacts of(Profile profile, String version) {
    return ClusterFactsBuilder.builder()
        .loadBalancers(true)
        .loadBalancerAnnotations(Map.of("cloud.google.com/l4-rbs", "enabled"))
        .internalLoadBalancerAnnotations(Map.of("networking.gke.io/load-balancer-type", "Internal"))
        .storageClass(
            switch (profile) {
              case DEV -> "standard-rwo";
              case PROD -> "premium-rwo";
            })
        .istioPlatform(IstioPlatform.GKE.value())
        .controlPlaneMetrics(false)
        .networkPoliciesEnforced(true)
        .kubernetesVersion(version)
        .identity(IDENTITY)
        .ownedByStack(true)
        .build();
  }
}
