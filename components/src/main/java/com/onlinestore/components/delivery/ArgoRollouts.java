package com.onlinestore.components.delivery;

import com.onlinestore.components.helm.Chart;
import com.onlinestore.components.helm.HelmRelease;
import com.onlinestore.components.helm.Mirrors;
import com.onlinestore.components.kubernetes.GuardedNamespace;
import com.onlinestore.components.kubernetes.Hardening.PodSecurity;
import com.onlinestore.components.settings.Profile;
import com.pulumi.kubernetes.helm.v3.Release;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.Resource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Argo Rollouts, the controller that moves requests to a new version step by step and takes them
 * back. One per cluster: it serves every namespace.
 *
 * <p>Its CRDs stay after a destroy, because with them every Rollout of the cluster would go.
 *
 * <pre>{@code
 * var rollouts =
 *     new ArgoRollouts("rollouts", Profile.PROD, Mirrors.NONE, cluster.options());
 * }</pre>
 */
public final class ArgoRollouts extends ComponentResource {

  /** Where the controller goes; outside the mesh, because it talks to nobody but two APIs. */
  public static final String NAMESPACE = "argo-rollouts";

  /** Of the chart: each gives the controller rights that nothing here needs. */
  private static final Set<String> OTHER_ROUTERS =
      Set.of(
          "ambassador",
          "apisix",
          "awsAppMesh",
          "awsLoadBalancerController",
          "contour",
          "gatewayAPI",
          "glooPlatform",
          "smi",
          "traefik");

  private final Release release;

  /** Installs the controller. */
  public ArgoRollouts(
      String name, Profile profile, Mirrors mirrors, ComponentResourceOptions options) {
    super("online-store:delivery:ArgoRollouts", name, options);
    Resource namespace =
        GuardedNamespace.create(
            name + "-namespace",
            NAMESPACE,
            NAMESPACE,
            PodSecurity.RESTRICTED,
            GuardedNamespace.OUTSIDE_MESH,
            CustomResourceOptions.builder().parent(this).build());
    this.release =
        HelmRelease.create(
            name + "-release",
            Chart.ARGO_ROLLOUTS,
            mirrors,
            NAMESPACE,
            NAMESPACE,
            values(profile, mirrors),
            CustomResourceOptions.builder().parent(this).dependsOn(namespace).build());
    registerOutputs(Map.of());
  }

  /** What must be up before a Rollout can be created. */
  public List<Resource> ready() {
    return List.of(release);
  }

  private static Map<String, Object> values(Profile profile, Mirrors mirrors) {
    boolean prod = profile == Profile.PROD;
    Map<String, Object> controller = new TreeMap<>();
    controller.put("replicas", prod ? 2 : 1);
    controller.put("pdb", prod ? Map.of("enabled", true, "maxUnavailable", 1) : disabled());
    controller.put(
        "resources",
        Map.of(
            "requests", Map.of("cpu", "50m", "memory", "128Mi"),
            "limits", Map.of("memory", "512Mi")));
    mirrors.registry().ifPresent(registry -> controller.put("image", Map.of("registry", registry)));
    Map<String, Object> routers = new TreeMap<>(Map.of("istio", true));
    OTHER_ROUTERS.forEach(router -> routers.put(router, false));
    return Map.of("controller", controller, "providerRBAC", Map.of("providers", routers));
  }

  private static Map<String, Object> disabled() {
    return Map.of("enabled", false);
  }
}
