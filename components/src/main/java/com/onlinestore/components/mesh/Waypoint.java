package com.onlinestore.components.mesh;

import com.onlinestore.components.helm.ChartValues;
import com.onlinestore.components.kubernetes.ContainerResources;
import com.onlinestore.components.kubernetes.CustomObject;
import com.onlinestore.components.kubernetes.Labels;
import com.onlinestore.components.kubernetes.Manifests;
import com.onlinestore.components.kubernetes.Peers;
import com.onlinestore.components.kubernetes.gatewayapi.Gateway;
import com.onlinestore.components.kubernetes.gatewayapi.Gateway.Infrastructure;
import com.onlinestore.components.kubernetes.gatewayapi.Gateway.Listener;
import com.onlinestore.components.kubernetes.gatewayapi.Gateway.Parameters;
import com.onlinestore.components.settings.Profile;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeer;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPort;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The proxy of a namespace in an ambient mesh: whatever is sent to a Service of the namespace goes
 * through it, so it is where callers, methods, paths, retries and weights are decided.
 *
 * <p>It is declared by a Gateway of the Gateway API, and istiod makes the pods. What else they need
 * stands in a ConfigMap that istiod lays over its own template: without the seccomp profile a
 * restricted namespace would refuse them, and without the two other keys there would be neither an
 * autoscaler nor a disruption budget.
 *
 * @param profile how much is at stake
 * @param resources what each of its pods is given
 * @param revision the control plane that makes the pods; null for the one without a revision
 */
public record Waypoint(Profile profile, ContainerResources resources, String revision) {

  private static final int TUNNEL_PORT = 15008;

  /** Its name, its service account's, and that of its objects. */
  public static final String NAME = "waypoint";

  /** Where tunnels between pods of an ambient mesh end (HBONE); policies see no other port. */
  public static final NetworkPolicyPort TUNNEL = Peers.tcp(TUNNEL_PORT);

  /** What istiod writes on its pods. */
  public static final Map<String, String> POD_LABELS =
      Map.of("gateway.networking.k8s.io/gateway-name", NAME);

  /** What makes a namespace's pods join, and makes calls from inside and outside pass here. */
  static final Map<String, String> NAMESPACE_LABELS =
      Map.of(
          "istio.io/dataplane-mode", "ambient",
          "istio.io/use-waypoint", NAME,
          "istio.io/ingress-use-waypoint", "true");

  /** The waypoint of {@code namespace} in network policies. */
  public static NetworkPolicyPeer peer(String namespace) {
    return Peers.pods(namespace, POD_LABELS);
  }

  /** Its identity. {@code cluster.local} stands for the mesh's own trust domain. */
  public static String principal(String namespace) {
    return "cluster.local/ns/" + namespace + "/sa/" + NAME;
  }

  /** The most pods there are at a time. */
  public int maxReplicas() {
    return profile == Profile.PROD ? 6 : 2;
  }

  /** What istiod makes the pods from. */
  public CustomObject gateway(ObjectMeta metadata) {
    ObjectMeta labelled =
        revision == null ? metadata : Labels.with(metadata, Map.of("istio.io/rev", revision));
    return new Gateway(
            "istio-waypoint",
            new Infrastructure(Map.of(), Map.of(), Parameters.configMap(NAME)),
            List.of(Listener.tunnel("mesh", TUNNEL_PORT)))
        .named(labelled);
  }

  /** What istiod lays over its templates; each value is a piece of an object, as JSON. */
  public ConfigMap overlays(ObjectMeta metadata) {
    return new ConfigMapBuilder()
        .withMetadata(metadata)
        .addToData("deployment", json(Map.of("template", Map.of("spec", pod()))))
        .addToData(
            "horizontalPodAutoscaler",
            json(ChartValues.autoscaler(profile == Profile.PROD ? 2 : 1, maxReplicas(), 75)))
        .addToData(
            "podDisruptionBudget",
            json(Map.of("maxUnavailable", 1, "unhealthyPodEvictionPolicy", "AlwaysAllow")))
        .build();
  }

  private Map<String, Object> pod() {
    Map<String, Object> pod = new TreeMap<>();
    pod.put("securityContext", Map.of("seccompProfile", Map.of("type", "RuntimeDefault")));
    pod.put("topologySpreadConstraints", ChartValues.spread(POD_LABELS));
    pod.put(
        "containers",
        List.of(new TreeMap<>(Map.of("name", "istio-proxy", "resources", resources.asValues()))));
    return pod;
  }

  private static String json(Map<String, Object> spec) {
    return Manifests.toJson(Map.of("spec", spec));
  }
}
