package com.onlinestore.components.service;

import com.onlinestore.components.kubernetes.CustomObject;
import com.onlinestore.components.kubernetes.KubernetesObject;
import com.onlinestore.components.kubernetes.Labels;
import com.onlinestore.components.mesh.PreparedNamespace;
import com.onlinestore.components.mesh.Waypoint;
import com.onlinestore.components.mesh.istio.AuthorizationPolicy;
import com.onlinestore.components.mesh.istio.Target;
import com.onlinestore.components.observability.PodMonitor;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.Resource;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The waypoint of a store in an ambient mesh, with what it may reach and what reaches it.
 *
 * <p>The trap: policies without a target do not hold at a waypoint, not even those that deny by
 * default. So there is one that names it.
 */
final class StoreWaypoint extends ComponentResource {

  private final Store store;
  private final List<Resource> guards = new ArrayList<>();

  StoreWaypoint(
      String name, Store store, PreparedNamespace namespace, ComponentResourceOptions options) {
    super("online-store:service:StoreWaypoint", name, options);
    this.store = store;
    Waypoint waypoint = store.mesh().waypoint().orElseThrow();
    CustomResourceOptions inside = after(List.of(namespace.namespace()));
    KubernetesObject overlays =
        new KubernetesObject(
            name + "-overlays", waypoint.overlays(metadata(Waypoint.NAME)), inside);
    guards.add(
        new KubernetesObject(
            name + "-network-policy",
            new WaypointNetwork(store).policy(metadata(Waypoint.NAME)),
            inside));
    guards.add(new KubernetesObject(name + "-deny-by-default", denyByDefault(), inside));
    List<Resource> before = new ArrayList<>(namespace.guards());
    before.addAll(guards);
    before.add(overlays);
    guards.add(
        new KubernetesObject(
            name + "-gateway", waypoint.gateway(metadata(Waypoint.NAME)), after(before)));
    List<Resource> monitored = new ArrayList<>(store.monitoring().ready());
    monitored.add(namespace.namespace());
    new KubernetesObject(
        name + "-pod-monitor",
        PodMonitor.mergedMetrics(Waypoint.POD_LABELS)
            .named(metadata(Waypoint.NAME), store.monitoring().monitorLabels()),
        after(monitored));
    registerOutputs(Map.of());
  }

  /** What must stand before the first pod of a service. */
  List<Resource> guards() {
    return List.copyOf(guards);
  }

  private CustomObject denyByDefault() {
    return AuthorizationPolicy.allow(Target.gateway(Waypoint.NAME), List.of())
        .named(metadata("waypoint-deny-by-default"));
  }

  private ObjectMeta metadata(String object) {
    return Labels.metadata(object, store.namespace(), Labels.of(Waypoint.NAME, store.namespace()));
  }

  private CustomResourceOptions after(List<Resource> resources) {
    return CustomResourceOptions.builder().parent(this).dependsOn(resources).build();
  }
}
