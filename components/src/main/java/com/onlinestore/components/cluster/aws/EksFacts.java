package com.onlinestore.components.cluster.aws;

import com.onlinestore.components.cluster.ClusterFacts;
import com.onlinestore.components.cluster.ClusterFactsBuilder;
import com.onlinestore.components.cluster.WorkloadIdentity;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the rest of a stack needs to know of EKS. */
final class EksFacts {

  private static final String BALANCER = "service.beta.kubernetes.io/aws-load-balancer-";

  private EksFacts() {}

  static ClusterFacts of(AwsPlace place, String version) {
    return ClusterFactsBuilder.builder()
        .loadBalancers(true)
        .loadBalancerAnnotations(balancer("internet-facing"))
        .internalLoadBalancerAnnotations(balancer("internal"))
        .storageClass(EksControllers.STORAGE_CLASS)
        .controlPlaneMetrics(false)
        .networkPoliciesEnforced(true)
        .kubernetesVersion(version)
        .identity(identity(place.region()))
        .ownedByStack(true)
        .build();
  }

  /**
   * A network load balancer that sends packets to the gateway's pods and leaves the client's
   * address in them; it asks Envoy itself whether a pod is ready.
   */
  private static Map<String, String> balancer(String scheme) {
    Map<String, String> annotations = new TreeMap<>();
    annotations.put(BALANCER + "type", "external");
    annotations.put(BALANCER + "nlb-target-type", "ip");
    annotations.put(BALANCER + "scheme", scheme);
    annotations.put(BALANCER + "target-group-attributes", "preserve_client_ip.enabled=true");
    annotations.put(BALANCER + "attributes", "load_balancing.cross_zone.enabled=true");
    annotations.put(BALANCER + "healthcheck-protocol", "http");
    annotations.put(BALANCER + "healthcheck-port", "15021");
    annotations.put(BALANCER + "healthcheck-path", "/healthz/ready");
    return annotations;
  }

  /** By the cluster's OpenID Connect provider; a role's trust policy names the service account. */
  static WorkloadIdentity identity(String region) {
    return new WorkloadIdentity(
        "eks.amazonaws.com/role-arn",
        RoleArn.PATTERN,
        "arn:aws:iam::111122223333:role/orders",
        List.of(),
        List.of("sts.%s.amazonaws.com".formatted(region)));
  }
}
