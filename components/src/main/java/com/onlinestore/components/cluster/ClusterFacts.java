package com.onlinestore.components.cluster;

import com.onlinestore.components.settings.Checks;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.Map;

/**
 * What differs from cluster to cluster and shapes what is put on it.
 *
 * @param loadBalancers whether a Service of type LoadBalancer ever gets an address; without it Helm
 *     would wait for one until it fails, so the gateway becomes a NodePort
 * @param loadBalancerAnnotations annotations that make the gateway's load balancer the right kind
 * @param internalLoadBalancerAnnotations the same for one that only the network reaches
 * @param storageClass for volumes; null for the cluster's default class
 * @param istioPlatform Istio's {@code global.platform}, which moves the network plugin's folders;
 *     null where the defaults fit
 * @param controlPlaneMetrics whether scheduler, controller manager and etcd can be scraped; a
 *     managed control plane hides them
 * @param networkPoliciesEnforced whether the cluster's network plugin enforces NetworkPolicies;
 *     without it the default-deny policies are empty words
 * @param kubernetesVersion minor version, as in {@code 1.35}; null where nobody said
 * @param identity how a service account gets a role in the cloud; null where it gets none
 * @param ownedByStack whether this stack made the cluster and may therefore set rules for all of it
 */
@RecordBuilder
public record ClusterFacts(
    boolean loadBalancers,
    Map<String, String> loadBalancerAnnotations,
    Map<String, String> internalLoadBalancerAnnotations,
    String storageClass,
    String istioPlatform,
    boolean controlPlaneMetrics,
    boolean networkPoliciesEnforced,
    String kubernetesVersion,
    WorkloadIdentity identity,
    boolean ownedByStack) {

  /** Copies the annotations. */
  public ClusterFacts {
    loadBalancerAnnotations = Checks.sorted(loadBalancerAnnotations);
    internalLoadBalancerAnnotations = Checks.sorted(internalLoadBalancerAnnotations);
  }
}
