package com.onlinestore.components.cluster.aws;

import com.onlinestore.components.cluster.CloudTags;
import com.onlinestore.components.settings.Profile;

/**
 * What every part of a cluster needs to know of where it is and whose it is.
 *
 * @param name of the cluster's component, with which all of its parts begin
 * @param account of the deployer
 * @param region as in {@code eu-west-1}
 * @param profile how much is at stake
 * @param tags that everything carries
 */
record AwsPlace(String name, RoleArn account, String region, Profile profile, CloudTags tags) {

  /** The trust policies of this account. */
  Trust trust() {
    return new Trust(account);
  }

  /** The identity policies for the cluster that is called {@code cluster}. */
  Rights rights(String cluster) {
    return new Rights(account, region, cluster);
  }
}
