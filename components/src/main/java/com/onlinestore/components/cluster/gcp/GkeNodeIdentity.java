package com.onlinestore.components.cluster.gcp;

import com.pulumi.core.Output;
import com.pulumi.gcp.projects.IAMMember;
import com.pulumi.gcp.projects.IAMMemberArgs;
import com.pulumi.gcp.serviceaccount.Account;
import com.pulumi.gcp.serviceaccount.AccountArgs;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.Resource;
import java.util.List;
import java.util.Map;

/**
 * As whom nodes act, instead of Google's default account, which may edit the whole project. Pods
 * act as themselves, by Workload Identity.
 */
final class GkeNodeIdentity extends ComponentResource {

  /**
   * The role that Google keeps at what a node needs (logs, metrics, autoscaling), rather than a
   * list of roles of ours that misses what a later release of GKE needs.
   */
  private static final String NODE = "roles/container.defaultNodeServiceAccount";

  /** To pull the store's own images from the project's registry. */
  private static final String IMAGES = "roles/artifactregistry.reader";

  private final Account account;
  private final List<Resource> grants;

  GkeNodeIdentity(String name, Place place, GoogleApis apis, Resource parent) {
    super(
        "online-store:cluster:GkeNodeIdentity",
        name,
        ComponentResourceOptions.builder().parent(parent).build());
    this.account = account(name, place, apis);
    this.grants =
        List.of(
            grant(name + "-node", NODE, place, apis), grant(name + "-images", IMAGES, place, apis));
    registerOutputs(Map.of());
  }

  /** The account's email, as which nodes run. */
  Output<String> email() {
    return account.email();
  }

  /** What nodes need before they come up. */
  List<Resource> granted() {
    return grants;
  }

  private Account account(String name, Place place, GoogleApis apis) {
    return new Account(
        name + "-account",
        AccountArgs.builder()
            .project(place.project())
            .accountId(
                GoogleNames.account(name, place.tags().project() + "/" + place.tags().stack()))
            .displayName("Nodes of " + name)
            .build(),
        CustomResourceOptions.builder().parent(this).dependsOn(apis.identities()).build());
  }

  private IAMMember grant(String name, String role, Place place, GoogleApis apis) {
    return new IAMMember(
        name,
        IAMMemberArgs.builder()
            .project(place.project())
            .role(role)
            .member(account.email().applyValue(email -> "serviceAccount:" + email))
            .build(),
        CustomResourceOptions.builder().parent(this).dependsOn(apis.projects()).build());
  }
}
