package com.onlinestore.components.cluster.aws;

import com.onlinestore.components.cluster.CloudTags;
import com.onlinestore.components.settings.Profile;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.Resource;

/**
 * What every part of a cluster needs to know of where it is and whose it is.
 *
 * @param name of the cluster's component, with which all of its parts begin
 * @param account of the deployer
 * @param region as in {@code eu-west-1}
 * @param profile how much is at stake
 * @param tags that everything carries
 * @param guarded whether what cannot be made again as it was is protected
 */
record AwsPlace(
    String name, RoleArn account, String region, Profile profile, CloudTags tags, boolean guarded) {

  /**
   * Options for what cannot be made again as it was: addresses, keys, logs, the cluster. The rest
   * must stay changeable in production.
   */
  CustomResourceOptions.Builder kept(Resource parent) {
    return CustomResourceOptions.builder().parent(parent).protect(guarded);
  }

  /** The trust policies of this account. */
  Trust trust() {
    return new Trust(account);
  }

  /** The identity policies for the cluster that is called {@code cluster}. */
  Rights rights(String cluster) {
    return new Rights(account, region, cluster);
  }
}
