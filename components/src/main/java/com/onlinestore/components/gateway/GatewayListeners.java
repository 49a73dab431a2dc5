package com.onlinestore.components.gateway;

import com.onlinestore.components.mesh.istio.Gateway;
import com.onlinestore.components.mesh.istio.Gateway.Port;
import com.onlinestore.components.mesh.istio.Gateway.Server;
import com.onlinestore.components.mesh.istio.Gateway.Tls;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** The ports a gateway listens on: HTTPS with a redirect, or HTTP alone where the stack says so. */
final class GatewayListeners {

  private static final Tls REDIRECT = new Tls(true, null, null, null);

  private GatewayListeners() {}

  static Gateway of(String gateway, GatewaySettings settings, Collection<String> others) {
    List<String> hosts = Stream.concat(settings.hosts().stream(), others.stream()).toList();
    boolean tls = settings.tlsSecret() != null;
    List<Server> servers = new ArrayList<>();
    servers.add(new Server(new Port(80, "http", "HTTP"), hosts, tls ? REDIRECT : null));
    if (tls) {
      servers.add(
          new Server(
              new Port(443, "https", "HTTPS"),
              hosts,
              new Tls(null, "SIMPLE", settings.tlsSecret(), "TLSV1_2")));
    }
    return new Gateway(StoreGateway.podLabels(gateway), servers);
  }
}
