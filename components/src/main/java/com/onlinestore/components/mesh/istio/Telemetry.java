package com.onlinestore.components.mesh.istio;

import java.util.List;

/** What the proxies of a namespace report, and to whom. */
public record Telemetry(List<Tracing> tracing, List<AccessLog> accessLogging) implements IstioSpec {

  /** Sends a share of the requests' spans to extension providers of the mesh. */
  public record Tracing(List<Provider> providers, double randomSamplingPercentage) {}

  /** Which requests are written into the log. */
  public record AccessLog(List<Provider> providers, Filter filter) {}

  /** What must be true of a request, in CEL. */
  public record Filter(String expression) {}

  /** An extension provider by its name in the mesh's configuration. */
  public record Provider(String name) {}

  /** Sends {@code percent} of all requests to {@code provider}. */
  public static Telemetry traces(String provider, double percent) {
    return new Telemetry(List.of(new Tracing(List.of(new Provider(provider)), percent)), List.of());
  }

  /** Writes requests that failed, or whose end nobody told, and no others. */
  public static Telemetry logsOfFailures() {
    return new Telemetry(
        List.of(),
        List.of(
            new AccessLog(
                List.of(new Provider("envoy")),
                new Filter("!has(response.code) || response.code >= 400"))));
  }

  @Override
  public String apiVersion() {
    return ApiVersions.TELEMETRY;
  }
}
