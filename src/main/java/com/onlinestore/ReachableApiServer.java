package com.onlinestore;

import com.onlinestore.components.cluster.AccessSettings;
import com.onlinestore.components.cluster.ApiServerCheck;
import com.onlinestore.errors.UserError;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.util.function.Consumer;

/**
 * Opens a connection to an API server, or to the proxy in front of it, before anything is put into
 * its cluster: otherwise each object would wait for a timeout of its own and say nothing of why.
 */
record ReachableApiServer(int timeoutMillis, Consumer<UserError> refusal)
    implements ApiServerCheck {

  private static final int TIMEOUT_MILLIS = 10_000;
  private static final int HTTPS = 443;

  /**
   * Ends the program where the server is out of reach: whatever is thrown while a value is made is
   * shown by the SDK with its stack trace.
   */
  ReachableApiServer() {
    this(
        TIMEOUT_MILLIS,
        refusal -> {
          System.err.println(refusal.getMessage());
          System.err.flush();
          Runtime.getRuntime().halt(1);
        });
  }

  @Override
  public void reach(String address, AccessSettings access) {
    String door = access.proxy() == null ? address : access.proxy();
    URI uri = URI.create(door);
    int port = uri.getPort() < 0 ? HTTPS : uri.getPort();
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(uri.getHost(), port), timeoutMillis);
    } catch (IOException | IllegalArgumentException e) {
      refusal.accept(
          new UserError(
              "%s cannot be reached from here (%s), so nothing was put into the cluster. %s"
                  .formatted(door, e.getMessage(), remedy(access))));
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
