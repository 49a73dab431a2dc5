package com.onlinestore.plan.cloud;

import java.util.List;

/** Who may do what in a cloud: identity and access management in words. */
public final class Rights {

  private Rights() {}

  /** The rights a resource gives or takes; none for a resource of another kind. */
  public static List<Right> of(CloudResource resource) {
    if (resource.type().startsWith("aws:")) {
      return AwsRights.of(resource);
    }
    return resource.type().startsWith("gcp:") ? GoogleRights.of(resource) : List.of();
  }
}
