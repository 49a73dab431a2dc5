package com.onlinestore.components.cluster;

import static com.onlinestore.components.settings.Checks.matching;

import com.onlinestore.components.settings.Checks;

/**
 * A bucket that a stack asks of its cluster's cloud, for the pods of one service account.
 *
 * @param purpose what is in it, as in {@code logs}: a part of its name
 * @param days after which an object is deleted, whoever forgot to
 * @param namespace of the service account
 * @param serviceAccount whose pods alone may use it
 */
public record BucketRequest(String purpose, int days, String namespace, String serviceAccount) {

  /** Refuses what is no name, and objects that would be gone before they are used. */
  public BucketRequest {
    matching("purpose", purpose, Checks.DNS_LABEL);
    Checks.within("days", days, 1, Integer.MAX_VALUE);
    matching("namespace", namespace, Checks.DNS_LABEL);
    matching("serviceAccount", serviceAccount, Checks.DNS_LABEL);
  }
}
