package com.onlinestore.components.cluster.gcp;

import com.onlinestore.components.cluster.CloudTags;

/**
 * Where a cluster's parts go, and what each of them carries.
 *
 * @param project of Google Cloud
 * @param region all of them are in
 * @param tags as labels, where a part can have labels
 * @param guarded whether what holds data is protected from deletion
 */
record Place(String project, String region, CloudTags tags, boolean guarded) {

  /** The option for what holds data; unset says nothing against a protected parent. */
  Boolean protect() {
    return guarded ? Boolean.TRUE : null;
  }
}
