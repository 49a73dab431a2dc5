package com.onlinestore.components.cluster;

import static com.onlinestore.components.settings.Checks.matching;
import static com.onlinestore.components.settings.Checks.or;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import com.onlinestore.components.settings.Checks;
import com.onlinestore.components.settings.Problem;
import com.onlinestore.components.settings.Problems;
import io.soabase.recordbuilder.core.RecordBuilder;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import java.util.Map;

/**
 * Somebody else's cluster, kind and minikube included, and the facts only its owner knows.
 *
 * <pre>{@code
 * var settings =
 *     ExistingClusterSettingsBuilder.builder()
 *         .context("kind-store")
 *         .loadBalancer(false)
 *         .version("1.34")
 *         .build();
 * }</pre>
 *
 * @param kubeconfig path of a kubeconfig file; null for what kubectl would use
 * @param context a context of that file; null for its current one
 * @param loadBalancer whether it gives Services of type LoadBalancer an address; default true
 * @param loadBalancerAnnotations annotations for the gateway's Service
 * @param internalLoadBalancerAnnotations the same where the gateway is internal
 * @param storageClass for volumes; null for the cluster's default class
 * @param istioPlatform Istio's platform value; null for none
 * @param controlPlaneMetrics whether scheduler, controller manager and etcd can be scraped; default
 *     false
 * @param networkPolicies whether NetworkPolicies are enforced; default true
 * @param version minor version of Kubernetes, held against what Istio supports; null where nobody
 *     knows
 */
@RecordBuilder
public record ExistingClusterSettings(
    @JsonPropertyDescription("Path of a kubeconfig file. Default: what kubectl would use.")
        String kubeconfig,
    @JsonPropertyDescription("Context of the kubeconfig. Default: its current context.")
        String context,
    @JsonPropertyDescription(
            "Whether a Service of type LoadBalancer gets an address. false on kind and on minikube"
                + " without a tunnel: the gateway is a NodePort then. Default: true.")
        Boolean loadBalancer,
    @JsonPropertyDescription("Annotations for the gateway's load balancer Service.")
        Map<String, String> loadBalancerAnnotations,
    @JsonPropertyDescription(
            "Annotations for the gateway's load balancer Service where gateway.internal is true.")
        Map<String, String> internalLoadBalancerAnnotations,
    @JsonPropertyDescription("Storage class for volumes. Default: the cluster's default class.")
        String storageClass,
    @JsonPropertyDescription(
            "Where Istio's network plugin finds its folders: gke, k3d, k3s, microk8s or"
                + " minikube. Default: none of them.")
        IstioPlatform istioPlatform,
    @JsonPropertyDescription(
            "Whether Prometheus can reach scheduler, controller manager and etcd. Default: false.")
        Boolean controlPlaneMetrics,
    @JsonPropertyDescription("Whether the network plugin enforces NetworkPolicies. Default: true.")
        Boolean networkPolicies,
    @JsonPropertyDescription(
            "Minor version of Kubernetes in quotes, such as \"1.34\", held against what Istio"
                + " supports. Default: not checked.")
        @Pattern(regexp = ExistingClusterSettings.VERSION)
        String version) {

  /** A minor version of Kubernetes. */
  public static final String VERSION = "^1\\.[0-9]{2}$";

  /** Fills in the defaults. */
  public ExistingClusterSettings {
    loadBalancer = or(loadBalancer, true);
    loadBalancerAnnotations = Checks.sorted(loadBalancerAnnotations);
    internalLoadBalancerAnnotations = Checks.sorted(internalLoadBalancerAnnotations);
    controlPlaneMetrics = or(controlPlaneMetrics, false);
    networkPolicies = or(networkPolicies, true);
    if (version != null) {
      matching("version", version, VERSION);
    }
  }

  /** What kubectl would use, with load balancers. */
  public static ExistingClusterSettings defaults() {
    return ExistingClusterSettingsBuilder.builder().build();
  }

  /** A setting without effect. */
  public List<Problem> problems() {
    return new Problems()
        .addIf(
            !loadBalancer && !loadBalancerAnnotations.isEmpty(),
            "loadBalancerAnnotations",
            "%s has no effect in a cluster without load balancers (loadBalancer: false); remove"
                + " one.",
            loadBalancerAnnotations)
        .addIf(
            !loadBalancer && !internalLoadBalancerAnnotations.isEmpty(),
            "internalLoadBalancerAnnotations",
            "%s has no effect in a cluster without load balancers (loadBalancer: false); remove"
                + " one.",
            internalLoadBalancerAnnotations)
        .list();
  }

  ClusterFacts facts() {
    return ClusterFactsBuilder.builder()
        .loadBalancers(loadBalancer)
        .loadBalancerAnnotations(loadBalancerAnnotations)
        .internalLoadBalancerAnnotations(internalLoadBalancerAnnotations)
        .storageClass(storageClass)
        .istioPlatform(istioPlatform == null ? null : istioPlatform.value())
        .controlPlaneMetrics(controlPlaneMetrics)
        .networkPoliciesEnforced(networkPolicies)
        .kubernetesVersion(version)
        .ownedByStack(false)
        .build();
  }
}
