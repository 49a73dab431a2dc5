package com.onlinestore.components.mesh.istio;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.onlinestore.components.mesh.envoy.HttpFilter;
import java.util.List;
import java.util.Map;

/**
 * Filters of Envoy's own that Istio has no words for. The trap: neither the API server nor Istio
 * checks what is inside, and a proxy that cannot read it keeps what it had, so only filters with a
 * type of their own are taken.
 */
public record EnvoyFilter(
    Sidecar.WorkloadSelector workloadSelector, int priority, List<ConfigPatch> configPatches)
    implements IstioSpec {

  private static final String CONNECTION_MANAGER = "envoy.filters.network.http_connection_manager";
  private static final String ROUTER = "envoy.filters.http.router";

  /**
   * After filters that somebody puts into the whole mesh, whose priority is 0 unless they say one.
   */
  private static final int PRIORITY = 10;

  /** Which proxies of the selected pods are meant. */
  public enum Context {
    /** A gateway's. */
    GATEWAY,
    /** A sidecar, for what comes in. */
    SIDECAR_INBOUND
  }

  /** One change. */
  public record ConfigPatch(String applyTo, Match match, Patch patch) {}

  /** Where it is made. */
  public record Match(Context context, Listener listener) {}

  /** In which listener: by the port of the workload, null for all, and by a filter that it has. */
  public record Listener(Integer portNumber, FilterChain filterChain) {}

  /** By a filter of the connection. */
  public record FilterChain(Filter filter) {}

  /** A filter of the connection, and one of the requests in it. */
  public record Filter(String name, SubFilter subFilter) {}

  /** A filter of the requests. */
  public record SubFilter(String name) {}

  /** What is put there. */
  public record Patch(String operation, @JsonProperty("value") HttpFilter filter) {}

  /**
   * Filters that requests pass last, in this order: whoever is refused before, such as without a
   * valid token, does not reach them.
   *
   * @param port of the workload; null for all of its ports that speak HTTP
   */
  public static EnvoyFilter beforeRouting(
      Map<String, String> labels, Context context, Integer port, List<HttpFilter> filters) {
    Match match =
        new Match(
            context,
            new Listener(
                port, new FilterChain(new Filter(CONNECTION_MANAGER, new SubFilter(ROUTER)))));
    return new EnvoyFilter(
        new Sidecar.WorkloadSelector(labels),
        PRIORITY,
        filters.stream()
            .map(
                filter -> new ConfigPatch("HTTP_FILTER", match, new Patch("INSERT_BEFORE", filter)))
            .toList());
  }

  @Override
  public String apiVersion() {
    return ApiVersions.ENVOY;
  }
}
