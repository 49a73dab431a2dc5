package com.onlinestore.components;

import java.util.Map;

/**
 * One end of a connection.
 *
 * @param namespace null for an address outside the cluster
 */
public record Endpoint(String namespace, Map<String, String> labels, String address) {

  private static final String POD_ADDRESS = "10.244.7.7";

  /** A pod somewhere in the cluster. */
  public static Endpoint pod(String namespace, Map<String, String> labels) {
    return new Endpoint(namespace, labels, POD_ADDRESS);
  }

  /** A host outside the cluster, or the node itself. */
  public static Endpoint address(String address) {
    return new Endpoint(null, Map.of(), address);
  }
}
