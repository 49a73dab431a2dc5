package com.onlinestore.plan.mesh;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import org.yaml.snakeyaml.Yaml;

/** Manifests made by hand, and a store of them in which nothing is wrong. */
final class Inventories {

  /** A service with one version, behind a gateway whose pods come from Istio's chart. */
  static final String STORE =
      """
      apiVersion: v1
      kind: Service
      metadata: {name: orders, namespace: store}
      spec:
        selector: {app.kubernetes.io/name: orders}
        ports: [{port: 80, targetPort: 8080, appProtocol: http}]
      ---
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: orders-v1, namespace: store}
      spec:
        template:
          metadata: {labels: {app.kubernetes.io/name: orders, version: v1}}
          spec: {serviceAccountName: orders, containers: [{name: orders}]}
      ---
      apiVersion: networking.istio.io/v1
      kind: DestinationRule
      metadata: {name: orders, namespace: store}
      spec:
        host: orders.store.svc.cluster.local
        subsets: [{name: v1, labels: {version: v1}}]
      ---
      apiVersion: networking.istio.io/v1
      kind: Gateway
      metadata: {name: entrance, namespace: edge}
      spec:
        selector: {istio: entrance}
        servers: [{hosts: [shop.example.com], port: {number: 443, name: https, protocol: HTTPS}}]
      ---
      apiVersion: networking.istio.io/v1
      kind: VirtualService
      metadata: {name: shop, namespace: edge}
      spec:
        hosts: [shop.example.com]
        gateways: [entrance]
        http: [{route: [{destination: {host: orders.store.svc.cluster.local, port: {number: 80}}}]}]
      """;

  private static final MeshRelease ENTRANCE =
      new MeshRelease("entrance", "edge", "gateway", json("{}"));

  private Inventories() {}

  /** The store with more objects, each a document of YAML. */
  static Inventory storeWith(String... more) {
    return of(STORE, more);
  }

  /** The store with some text replaced, which it must hold. */
  static Inventory storeBut(String from, String to, String... more) {
    if (!STORE.contains(from)) {
      throw new IllegalArgumentException("not in the store: " + from);
    }
    return of(STORE.replace(from, to), more);
  }

  /** Releases besides the gateway's. */
  static Inventory storeWith(MeshRelease release, String... more) {
    return new Inventory(objects(STORE, more), List.of(ENTRANCE, release));
  }

  static Inventory of(String first, String... more) {
    return new Inventory(objects(first, more), List.of(ENTRANCE));
  }

  static List<String> mistakes(Inventory inventory) {
    return Mistakes.in(inventory).stream().map(Mistake::toString).toList();
  }

  static JsonNode json(String yaml) {
    return new ObjectMapper().valueToTree(new Yaml().load(yaml));
  }

  private static List<MeshObject> objects(String first, String... more) {
    List<MeshObject> objects = new ArrayList<>();
    for (Object document : new Yaml().loadAll(first + "\n---\n" + String.join("\n---\n", more))) {
      if (document != null) {
        objects.add(object(new ObjectMapper().valueToTree(document)));
      }
    }
    return objects;
  }

  private static MeshObject object(JsonNode manifest) {
    String version = manifest.path("apiVersion").asText();
    return new MeshObject(
        version.contains("/") ? version.substring(0, version.indexOf('/')) : "",
        manifest.path("kind").asText(),
        manifest.at("/metadata/namespace").asText(),
        manifest.at("/metadata/name").asText(),
        manifest.path("spec"));
  }
}
