package com.onlinestore.components.kubernetes;

import com.onlinestore.components.Recording;
import com.onlinestore.components.cluster.aws.AmazonCloud;
import com.onlinestore.components.cluster.aws.EksCluster;
import com.onlinestore.components.cluster.gcp.GkeCluster;
import com.onlinestore.components.cluster.gcp.GkeSettings;
import com.onlinestore.components.cluster.gcp.GoogleCloud;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResource;
import com.pulumi.resources.ProviderResource;
import com.pulumi.resources.ResourceTransformation;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** What clusters consist of, as a transformation sees it. */
final class CloudResources {

  private CloudResources() {}

  /** One of each kind that a cluster on AWS and one on Google Cloud consist of. */
  static List<ResourceTransformation.Args> ofAllKinds() {
    Map<Class<?>, ResourceTransformation.Args> kinds = new ConcurrentHashMap<>();
    ComponentResourceOptions listening =
        ComponentResourceOptions.builder()
            .resourceTransformations(
                child -> {
                  if (child.resource() instanceof CustomResource
                      && !(child.resource() instanceof ProviderResource)
                      && !child.resource().pulumiResourceType().startsWith("kubernetes:")) {
                    kinds.putIfAbsent(child.resource().getClass(), child);
                  }
                  return Optional.empty();
                })
            .build();
    Recording.of(
        new AmazonCloud(),
        () ->
            new EksCluster(
                "shop",
                AmazonCloud.settings(AmazonCloud.TWO_GROUPS),
                AmazonCloud.REGION,
                AmazonCloud.PROD,
                listening));
    Recording.of(
        new GoogleCloud(),
        () ->
            new GkeCluster(
                "store",
                GkeSettings.defaults(),
                GoogleCloud.PROJECT,
                GoogleCloud.REGION,
                GoogleCloud.PROD,
                listening));
    return kinds.values().stream()
        .sorted(Comparator.comparing(each -> each.resource().pulumiResourceType()))
        .toList();
  }
}
