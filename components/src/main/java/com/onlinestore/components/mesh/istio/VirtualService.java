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
      Retries retries,
      CorsPolicy corsPolicy) {

    /** The same for callers from other web pages, too. */
    public Route withCorsPolicy(CorsPolicy policy) {
      return new Route(name, match, rewrite, route, timeout, retries, policy);
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

  /**
   * Which web pages of other origins may call.
   *
   * @param unmatchedPreflights {@code IGNORE} answers preflights of other origins, too, instead of
   *     sending them on
   */
  public record CorsPolicy(
      List<Origin> allowOrigins,
      List<String> allowMethods,
      List<String> allowHeaders,
      List<String> exposeHeaders,
      String maxAge,
      Boolean allowCredentials,
      String unmatchedPreflights) {}

  /** The whole origin, or its beginning. */
  public record Origin(String exact, String prefix) {}

  /** How often and when a failed request is sent again. */
  public record Retries(int attempts, String perTryTimeout, String retryOn) {}

  @Override
  public String apiVersion() {
    return ApiVersions.NETWORKING;
  }
}
