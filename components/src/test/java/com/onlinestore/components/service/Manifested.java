package com.onlinestore.components.service;

import com.onlinestore.components.Endpoint;
import com.onlinestore.components.Recording;
import com.onlinestore.components.kubernetes.Manifests;
import com.onlinestore.components.mesh.MeshedNamespace;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The objects of a store as its cluster gets them. */
public final class Manifested {

  private static List<Map<String, Object>> guards;

  private Manifested() {}

  /** The policies of all services, and those of the namespace {@code store}. */
  public static List<Map<String, Object>> policies(Store store) {
    List<Map<String, Object>> manifests =
        new ArrayList<>(store.mesh().ambient() ? recorded(store) : guards());
    store
        .graph()
        .services()
        .forEach(
            (name, settings) -> {
              ServicePolicies policies = new ServicePolicies(name, settings, store);
              manifests.add(Manifests.toMap(policies.networkPolicy()));
              manifests.add(Manifests.toMap(policies.authorizationPolicy()));
              if (store.mesh().ambient()) {
                manifests.add(
                    Manifests.toMap(new AmbientPolicies(name, settings, store).podsPolicy()));
              }
            });
    return manifests;
  }

  /** A pod of every service, of its first version, with the labels of its Deployment's template. */
  public static Map<String, Endpoint> pods(Store store) {
    Map<String, Endpoint> pods = new TreeMap<>();
    store
        .graph()
        .services()
        .forEach(
            (name, settings) ->
                pods.put(
                    name,
                    Endpoint.pod(
                        store.namespace(),
                        new ServiceWorkload(
                                name, settings.releases().values().iterator().next(), store)
                            .deployment()
                            .getSpec()
                            .getTemplate()
                            .getMetadata()
                            .getLabels())));
    return pods;
  }

  private static synchronized List<Map<String, Object>> guards() {
    if (guards == null) {
      guards = recorded(Stores.of(Map.of()));
    }
    return guards;
  }

  /** What stands before the first pod, the waypoint of an ambient mesh included. */
  private static List<Map<String, Object>> recorded(Store store) {
    return Recording.of(
            () -> {
              MeshedNamespace namespace =
                  new MeshedNamespace(
                      "shop",
                      store.namespace(),
                      "shop",
                      store.mesh(),
                      store.mesh().memberLabels(),
                      1,
                      Recording.TOP);
              if (store.mesh().ambient()) {
                new StoreWaypoint("waypoint", store, namespace.prepared(), Recording.TOP);
              }
            })
        .manifests();
  }
}
