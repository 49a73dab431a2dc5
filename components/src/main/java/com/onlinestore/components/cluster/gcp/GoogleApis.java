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

  private static final List<String> ALWAYS =
      List.of("artifactregistry", "cloudkms", "compute", "container", "iam");

  private final String project;
  private final Service resourceManager;
  private final List<Resource> enabled = new ArrayList<>();

  GoogleApis(String name, String project, boolean backup, Resource parent) {
    super(
        "online-store:cluster:GoogleApis",
        name,
        ComponentResourceOptions.builder().parent(parent).build());
    this.project = project;
    this.resourceManager = api(name, "cloudresourcemanager");
    enabled.add(resourceManager);
    ALWAYS.forEach(api -> enabled.add(api(name, api)));
    if (backup) {
      enabled.add(api(name, "gkebackup"));
    }
    registerOutputs(Map.of());
  }

  /** What everything else needs. */
  List<Resource> enabled() {
    return List.copyOf(enabled);
  }

  /** The project, known once Google can be asked about it. */
  Output<String> project() {
    return resourceManager.id().applyValue(any -> project);
  }

  private Service api(String name, String api) {
    return new Service(
        name + "-" + api,
        ServiceArgs.builder()
            .project(project)
            .service(api + ".googleapis.com")
            .disableOnDestroy(false)
            .disableDependentServices(false)
            .build(),
        CustomResourceOptions.builder().parent(this).build());
  }
}
