package com.onlinestore;

import com.onlinestore.components.cluster.AccessSettings;
import com.onlinestore.components.cluster.ApiServerCheck;
import com.onlinestore.errors.UserError;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;

/**
 * Opens a connection to an API server, or to the proxy in front of it, before anything is put into
 * its cluster: otherwise each object would wait for a timeout of its own and say nothing of why.
 */
record ReachableApiServer(int timeoutMillis) implements ApiServerCheck {

  private static final int TIMEOUT_MILLIS = 10_000;
  private static final int HTTPS = 443;

  ReachableApiServer() {
    this(TIMEOUT_MILLIS);
  }

  @Override
  public void reach(String address, AccessSettings access) {
    String door = access.proxy() == null ? address : access.proxy();
    URI uri = URI.create(door);
    int port = uri.getPort() < 0 ? HTTPS : uri.getPort();
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(uri.getHost(), port), timeoutMillis);
    } catch (IOException | IllegalArgumentException e) {
      throw new UserError(
          "%s cannot be reached from here (%s), so nothing was put into the cluster. %s"
              .formatted(door, e.getMessage(), remedy(access)));
    }
  }

  private static String remedy(AccessSettings access) {
    if (access.proxy() != null) {
      return "It is the proxy of cluster.access.proxy: start it, and run pulumi up again.";
    }
    if (access.isPublic()) {
      return "Its public endpoint answers %s alone (cluster.access.publicFrom): run pulumi up from there, or add your address."
          .formatted(access.publicFrom());
    }
    return "It is private: run pulumi up inside the cluster's network, or name a proxy into it"
        + " (cluster.access.proxy). The README says how to get a runner there, with cluster.only:"
        + " true as the first step.";
  }
}
