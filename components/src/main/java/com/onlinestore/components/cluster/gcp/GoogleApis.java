package com.onlinestore.components.cluster.gcp;

import com.pulumi.core.Output;
import com.pulumi.gcp.projects.Service;
import com.pulumi.gcp.projects.ServiceArgs;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The APIs that a cluster needs. They stay enabled after a destroy, because somebody else may use
 * them by then. The one that enables them (Service Usage) must be there already.
 */
final class GoogleApis extends ComponentResource {

  private final String project;
  private final Service compute;
  private final Service keys;
  private final Service identities;
  private final Service projects;
  private final Service container;
  private final List<Resource> clusters = new ArrayList<>();

  /**
   * Enables the APIs.
   *
   * @param backup whether that of Backup for GKE is among them
   */
  GoogleApis(String name, String project, boolean backup, Resource parent) {
    super(
        "online-store:cluster:GoogleApis",
        name,
        ComponentResourceOptions.builder().parent(parent).build());
    this.project = project;
    this.compute = api(name, "compute");
    this.keys = api(name, "cloudkms");
    this.identities = api(name, "iam");
    this.projects = api(name, "cloudresourcemanager");
    this.container = api(name, "container");
    clusters.add(container);
    clusters.add(api(name, "artifactregistry"));
    if (backup) {
      clusters.add(api(name, "gkebackup"));
    }
    registerOutputs(Map.of());
  }

  /** What networks need. */
  Resource compute() {
    return compute;
  }

  /** What keys need. */
  Resource keys() {
    return keys;
  }

  /** What service accounts need. */
  Resource identities() {
    return identities;
  }

  /** What roles in the project need. */
  Resource projects() {
    return projects;
  }

  /** With what Google makes the account as which GKE itself acts. */
  Resource agent() {
    return container;
  }

  /** What a cluster needs. */
  List<Resource> clusters() {
    return List.copyOf(clusters);
  }

  /** The project, known once Google can be asked about it. */
  Output<String> project() {
    return projects.id().applyValue(any -> project);
  }

  private Service api(String name, String api) {
    return enable(name, project, api, this);
  }

  /** Enables one API for a part of {@code parent}, and leaves it enabled. */
  static Service enable(String name, String project, String api, Resource parent) {
    return new Service(
        name + "-" + api,
        ServiceArgs.builder()
            .project(project)
            .service(api + ".googleapis.com")
            .disableOnDestroy(false)
            .disableDependentServices(false)
            .build(),
        CustomResourceOptions.builder().parent(parent).build());
  }
}
