package com.onlinestore.plugin;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.onlinestore.components.cluster.ClusterFacts;
import com.onlinestore.components.cluster.KubernetesCluster;
import com.onlinestore.config.StackFile;
import com.pulumi.core.Output;
import com.pulumi.core.annotations.Export;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.Resource;
import java.util.HashMap;
import java.util.Map;

/** A cluster alone, in a network of its own, for whatever is put on it. */
final class ClusterComponent extends ComponentResource {

  static final String TYPE = "online-store:index:Cluster";

  @Export private final Output<String> kubeconfig;
  @Export private final Output<Map<String, Object>> facts;

  private ClusterComponent(Request request, StackFile file) {
    super(TYPE, request.name(), request.options());
    KubernetesCluster cluster = request.cluster(file, this);
    Output<String> config = cluster.kubeconfig().orElse(Output.ofNullable(null));
    for (Resource resource : cluster.foundation()) {
      Output<String> before = config;
      config = resource.urn().apply(urn -> before);
    }
    this.kubeconfig = config;
    this.facts = Output.of(Map.of("existing", existing(cluster.facts())));
    registerOutputs(Map.of("kubeconfig", kubeconfig, "facts", facts));
  }

  static ClusterComponent of(Request request) {
    ObjectNode fixed = JsonNodeFactory.instance.objectNode();
    // Nothing here would write into a bucket for logs.
    fixed.putObject("observability").putObject("logs").put("use", "existing");
    return new ClusterComponent(request, request.stackFile(fixed));
  }

  /** As a stack file says it of a cluster that is there. */
  private static Map<String, Object> existing(ClusterFacts facts) {
    Map<String, Object> existing = new HashMap<>();
    existing.put("loadBalancer", facts.loadBalancers());
    existing.put("loadBalancerAnnotations", facts.loadBalancerAnnotations());
    existing.put("internalLoadBalancerAnnotations", facts.internalLoadBalancerAnnotations());
    existing.put("storageClass", facts.storageClass());
    existing.put("istioPlatform", facts.istioPlatform());
    existing.put("controlPlaneMetrics", facts.controlPlaneMetrics());
    existing.put("networkPolicies", facts.networkPoliciesEnforced());
    existing.put("version", facts.kubernetesVersion());
    existing.values().removeIf(value -> value == null);
    return existing;
  }
}
