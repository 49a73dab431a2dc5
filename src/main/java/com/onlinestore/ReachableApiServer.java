package com.onlinestore;

import com.onlinestore.components.cluster.AccessSettings;
import com.onlinestore.components.cluster.ApiServerCheck;
import com.onlinestore.errors.UserError;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;

/**
 * Opens a connection to an API server, through the proxy where there is one, before anything is put
 * into its cluster: otherwise each object would wait for a timeout of its own and say nothing of
 * why.
 *
 * @param patience for a name that is not known yet, as those of new clusters
 * @param refusal told where the server is out of reach
 */
record ReachableApiServer(Duration patience, Consumer<UserError> refusal)
    implements ApiServerCheck {

  private static final int TIMEOUT_MILLIS = 10_000;
  private static final int PAUSE_MILLIS = 5_000;

  /**
   * Ends the program where the server is out of reach: whatever is thrown while a value is made is
   * shown by the SDK with its stack trace.
   */
  ReachableApiServer() {
    this(
        Duration.ofMinutes(2),
        refusal -> {
          System.err.println(refusal.getMessage());
          System.err.flush();
          Runtime.getRuntime().halt(1);
        });
  }

  @Override
  public void reach(String address, AccessSettings access) {
    Instant end = Instant.now().plus(patience);
    try {
      while (!connected(URI.create(address), access, end)) {
        Thread.sleep(PAUSE_MILLIS);
      }
    } catch (IOException e) {
      refusal.accept(
          new UserError(
              "%s cannot be reached from here (%s), so nothing was put into the cluster. %s"
                  .formatted(address, e.getMessage(), remedy(access))));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Whether a connection was made; false where the name may yet become known. */
  private static boolean connected(URI server, AccessSettings access, Instant end)
      throws IOException {
    try (Socket socket = new Socket(way(access))) {
      socket.connect(destination(server, access), TIMEOUT_MILLIS);
      return true;
    } catch (UnknownHostException e) {
      if (access.proxy() != null || Instant.now().isAfter(end)) {
        throw new IOException("unknown host " + e.getMessage(), e);
      }
      return false;
    }
  }

  /** Java does not speak to a proxy by TLS: one of that kind must only be there. */
  private static boolean throughProxy(AccessSettings access) {
    return access.proxy() != null && !access.proxy().startsWith("https:");
  }

  private static Proxy way(AccessSettings access) {
    if (!throughProxy(access)) {
      return Proxy.NO_PROXY;
    }
    URI proxy = URI.create(access.proxy());
    Proxy.Type type = proxy.getScheme().equals("http") ? Proxy.Type.HTTP : Proxy.Type.SOCKS;
    return new Proxy(type, new InetSocketAddress(proxy.getHost(), port(proxy)));
  }

  private static InetSocketAddress destination(URI server, AccessSettings access) {
    if (throughProxy(access)) {
      // Its name may be known behind the proxy alone.
      return InetSocketAddress.createUnresolved(server.getHost(), port(server));
    }
    URI direct = access.proxy() == null ? server : URI.create(access.proxy());
    return new InetSocketAddress(direct.getHost(), port(direct));
  }

  private static int port(URI uri) {
    if (uri.getPort() >= 0) {
      return uri.getPort();
    }
    return switch (uri.getScheme()) {
      case "http" -> 80;
      case "https" -> 443;
      default -> 1080;
    };
  }

  private static String remedy(AccessSettings access) {
    if (access.proxy() != null) {
      return "Everything goes through cluster.access.proxy (%s): see that it runs and that it reaches the cluster's network, then run pulumi up again."
          .formatted(access.proxy());
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
