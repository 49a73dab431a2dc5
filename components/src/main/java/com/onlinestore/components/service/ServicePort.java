package com.onlinestore.components.service;

/**
 * A port of a service, of its container, and of the policies that open it: all three are one
 * number, because the network policy agent of EKS asks for it.
 *
 * @param name in the Service and in calls; that of the main port is its protocol
 */
public record ServicePort(String name, int number, PortProtocol protocol) {

  /** What the name of a port must look like: RFC 6335, at most 15 characters. */
  public static final String NAME = "^(?!.*--)[a-z]([a-z0-9-]{0,13}[a-z0-9])?$";
}
