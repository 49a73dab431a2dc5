package com.onlinestore.components.mesh.istio;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * Where requests for some hosts go.
 *
 * @param gateways {@code <namespace>/<name>} of gateways; empty for calls inside the mesh
 */
public record VirtualService(
    List<String> hosts, List<String> gateways, List<String> exportTo, List<Route> http)
    implements IstioSpec {

  /** The first route whose match fits is taken; no match fits always. */
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  public record Route(
      String name,
      List<Match> match,
      Rewrite rewrite,
      List<Weighted> route,
      String timeout,
      Retries retries) {

    /** The same, each request sent once. */
    public Route withoutRetries() {
      return new Route(name, match, rewrite, route, timeout, new Retries(0, null, null));
    }
  }

  /** A condition on the request's path. */
  public record Match(Uri uri) {}

  /** The whole path, or its beginning. */
  public record Uri(String exact, String prefix) {}

  /** What the matched part of the path becomes. */
  public record Rewrite(String uri) {}

  /** A destination; the only one gets everything. */
  public record Weighted(Destination destination) {}

  /** A service, one of its subsets or all, and its port. */
  public record Destination(String host, String subset, Port port) {}

  /** A port by number. */
  public record Port(int number) {}

  /** How often and when a failed request is sent again. */
  public record Retries(int attempts, String perTryTimeout, String retryOn) {}

  @Override
  public String apiVersion() {
    return ApiVersions.NETWORKING;
  }
}
