package com.onlinestore.components.cluster.gcp;

import com.onlinestore.components.cluster.AccessSettings;
import com.onlinestore.components.cluster.ApiServerCheck;
import com.onlinestore.components.cluster.CloudTags;
import com.onlinestore.components.cluster.ManagedCluster;
import com.onlinestore.components.cluster.ManagedClusterBuilder;
import com.onlinestore.components.helm.Mirrors;
import com.onlinestore.components.settings.Profile;
import com.pulumi.test.Mocks;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** A stand-in for Google, and clusters to make there. */
public final class GoogleCloud implements Mocks {

  public static final String PROJECT = "acme-prod";
  public static final String REGION = "us-central1";

  static final CloudTags TAGS = new CloudTags("online-store", "gke", "prod", "Shop Team", "CC 42");

  /** The tags as labels, in YAML. */
  static final String LABELS =
      "{cost-centre: cc-42, environment: prod, owner: shop-team, project: online-store, stack: gke}";

  static final ManagedCluster DEV =
      new ManagedCluster(
          Profile.DEV,
          new AccessSettings(List.of("203.0.113.0/24"), null, null),
          false,
          false,
          TAGS,
          Mirrors.NONE,
          null,
          ApiServerCheck.NONE);

  public static final ManagedCluster PROD =
      ManagedClusterBuilder.builder(DEV)
          .profile(Profile.PROD)
          .access(new AccessSettings(null, null, "http://localhost:8888"))
          .guarded(true)
          .build();

  static final Place PLACE = new Place(PROJECT, REGION, TAGS, false);
  static final Place GUARDED = new Place(PROJECT, REGION, TAGS, true);

  @Override
  public CompletableFuture<ResourceResult> newResourceAsync(ResourceArgs args) {
    Map<String, Object> outputs = new HashMap<>(args.inputs);
    outputs.putIfAbsent("name", args.name);
    switch (args.type) {
      case "gcp:container/cluster:Cluster" -> {
        outputs.put("endpoint", "172.16.0.2");
        outputs.put("masterAuth", Map.of("clusterCaCertificate", "Q0E="));
      }
      case "gcp:serviceaccount/account:Account" ->
          outputs.put("email", args.inputs.get("accountId") + "@acme.iam.gserviceaccount.com");
      default -> {}
    }
    return CompletableFuture.completedFuture(
        ResourceResult.of(Optional.of(args.name + "-id"), outputs));
  }

  @Override
  public CompletableFuture<Map<String, Object>> callAsync(CallArgs args) {
    return CompletableFuture.completedFuture(
        Map.of("id", "projects/" + args.args.get("projectId"), "number", "123456789"));
  }
}
