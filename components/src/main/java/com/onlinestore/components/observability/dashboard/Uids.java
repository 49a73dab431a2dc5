package com.onlinestore.components.observability.dashboard;

import java.util.Locale;

/** Identifiers of dashboards: stable, so that bookmarks and links last. */
final class Uids {

  /** Grafana takes no more. */
  static final int LONGEST = 40;

  private Uids() {}

  /** Of a store's overview. */
  public static String ofStore(String namespace) {
    return fitting("store-" + namespace);
  }

  /** Of a service; a name has no underscore, so that no two of these are the same. */
  public static String ofService(String namespace, String service) {
    return fitting("service-" + namespace + "_" + service);
  }

  /** Long names are cut, and told apart by a checksum of what they were. */
  private static String fitting(String uid) {
    if (uid.length() <= LONGEST) {
      return uid;
    }
    String checksum = String.format(Locale.ROOT, "%08x", uid.hashCode());
    return uid.substring(0, LONGEST - checksum.length() - 1) + "-" + checksum;
  }
}
