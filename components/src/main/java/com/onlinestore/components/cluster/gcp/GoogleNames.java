package com.onlinestore.components.cluster.gcp;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/** Names within Google's limits, the same in every run. */
final class GoogleNames {

  /** What a cluster may be called: all names of its parts, Pulumi's suffix included, then fit. */
  static final String CLUSTER = "^[a-z]([a-z0-9-]{0,37}[a-z0-9])?$";

  /** Google's limit of 40 for a node pool, without the dash and suffix that Pulumi adds. */
  private static final int LONGEST_POOL = 32;

  /** Google's limit for the id of a service account. */
  private static final int LONGEST_ACCOUNT = 30;

  /** A dash and eight digits. */
  private static final int CHECKSUM = 9;

  private GoogleNames() {}

  /** A node pool: cluster and pool, the cluster shortened where both are too long. */
  static String pool(String cluster, String pool) {
    int room = LONGEST_POOL - 1 - pool.length();
    return (cluster.length() <= room ? cluster : unique(cluster, cluster, room)) + "-" + pool;
  }

  /**
   * The id of a service account, which Pulumi gives no suffix: of whom it is decides the checksum,
   * so that two stacks can share a project.
   */
  static String account(String name, String owner) {
    return unique(name, owner + "/" + name, LONGEST_ACCOUNT);
  }

  private static String unique(String name, String whole, int longest) {
    CRC32 checksum = new CRC32();
    checksum.update(whole.getBytes(StandardCharsets.UTF_8));
    String stem = name.substring(0, Math.min(name.length(), longest - CHECKSUM));
    return "%s-%08x".formatted(stem.replaceAll("-+$", ""), checksum.getValue());
  }
}
