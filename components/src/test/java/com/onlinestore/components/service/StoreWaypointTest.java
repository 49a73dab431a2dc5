package com.onlinestore.components.service;

import static com.onlinestore.components.Recording.TOP;
import static com.onlinestore.components.Yaml.assertYaml;
import static org.assertj.core.api.Assertions.assertThat;

import com.onlinestore.components.Recording;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class StoreWaypointTest {

  private static final Store STORE =
      Stores.ambient(
          Stores.of(
              "orders",
              Stores.service()
                  .externalHosts(
                      List.of(
                          new ExternalHost("db.example.com", 5432, null, List.of("10.20.0.0/16"))))
                  .build()));

  private final AtomicReference<StoreNamespace> namespace = new AtomicReference<>();
  private final Recording recording =
      Recording.of(() -> namespace.set(new StoreNamespace("shop", STORE, 5, TOP)));

  @Test
  void standsInTheStoresNamespaceInsteadOfOutsideHosts() {
    assertThat(recording.childrenOf("shop"))
        .containsExactlyInAnyOrder(
            "online-store:mesh:MeshedNamespace shop-mesh",
            "online-store:service:StoreWaypoint shop-waypoint",
            "kubernetes:core/v1:ResourceQuota shop-quota",
            "kubernetes:core/v1:LimitRange shop-limits",
            "kubernetes:monitoring.coreos.com/v1:PrometheusRule shop-alerts");
    assertThat(recording.childrenOf("shop-waypoint"))
        .containsExactlyInAnyOrder(
            "kubernetes:core/v1:ConfigMap shop-waypoint-overlays",
            "kubernetes:networking.k8s.io/v1:NetworkPolicy shop-waypoint-network-policy",
            "kubernetes:security.istio.io/v1:AuthorizationPolicy shop-waypoint-deny-by-default",
            "kubernetes:gateway.networking.k8s.io/v1:Gateway shop-waypoint-gateway",
            "kubernetes:monitoring.coreos.com/v1:PodMonitor shop-waypoint-pod-monitor");
  }

  /** Policies without a target do not hold at a waypoint. */
  @Test
  void deniesWhateverNoServiceAllowed() {
    assertYaml(
        recording.get("shop-waypoint-deny-by-default").inputs(),
        "/spec",
        """
        targetRefs: [{group: gateway.networking.k8s.io, kind: Gateway, name: waypoint}]
        action: ALLOW
        """);
  }

  @Test
  void itsPodsComeAfterWhatTheyNeedAndBeforeThoseOfServices() {
    assertThat(recording.get("shop-waypoint-gateway").dependencies())
        .contains(
            "shop-mesh-default-deny",
            "shop-waypoint-overlays",
            "shop-waypoint-network-policy",
            "shop-waypoint-deny-by-default");
    // Five of the mesh, quota and limits, and three of the waypoint.
    assertThat(namespace.get().prepared().guards()).hasSize(10);
  }

  @Test
  void theNamespaceJoinsByLabels() {
    assertYaml(
        recording.get("shop-mesh-namespace").inputs(),
        "/metadata/labels",
        """
        app.kubernetes.io/name: store
        app.kubernetes.io/part-of: store
        app.kubernetes.io/managed-by: pulumi
        istio.io/dataplane-mode: ambient
        istio.io/use-waypoint: waypoint
        istio.io/ingress-use-waypoint: "true"
        pod-security.kubernetes.io/enforce: restricted
        pod-security.kubernetes.io/audit: restricted
        pod-security.kubernetes.io/warn: restricted
        """);
  }

  @Test
  void aStoreThatAsksForMoreThanAmbientKeepsIsRefused() {
    Store store =
        Stores.ambient(
            Stores.of(
                "orders",
                Stores.service()
                    .externalHosts(List.of(new ExternalHost("a.example.com", null, null, null)))
                    .build()));

    assertThat(Recording.refusal(() -> new StoreNamespace("shop", store, 5, TOP)))
        .isEqualTo(
            "shop: an ambient mesh does not keep what services ask of it%n".formatted()
                + "  orders.externalHosts[0]: \"a.example.com\" needs cidrs in an ambient mesh"
                + " (mesh.mode), which holds nobody to a name.");
  }
}
