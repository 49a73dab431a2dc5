package com.onlinestore.components.mesh.istio;

import java.util.List;

/** What the proxies of a namespace report, and to whom. */
public record Telemetry(List<Tracing> tracing) implements IstioSpec {

  /** Sends a share of the requests' spans to extension providers of the mesh. */
  public record Tracing(List<Provider> providers, double randomSamplingPercentage) {}

  /** An extension provider by its name in the mesh's configuration. */
  public record Provider(String name) {}

  /** Sends {@code percent} of all requests to {@code provider}. */
  public static Telemetry traces(String provider, double percent) {
    return new Telemetry(List.of(new Tracing(List.of(new Provider(provider)), percent)));
  }

  @Override
  public String apiVersion() {
    return ApiVersions.TELEMETRY;
  }
}
