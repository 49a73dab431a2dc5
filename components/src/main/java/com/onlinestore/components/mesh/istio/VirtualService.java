package com.onlinestore.components.mesh.istio;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import java.util.Map;

/**
 * Where requests for some hosts go.
 *
 * @param hosts empty for one that others delegate to
 * @param gateways {@code <namespace>/<name>} of gateways; empty for calls inside the mesh
 * @param http routes of requests
 * @param tcp routes of connections
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record VirtualService(
    List<String> hosts,
    List<String> gateways,
    List<String> exportTo,
    List<Route> http,
    List<TcpRoute> tcp)
    implements IstioSpec {

  /**
   * The first route whose match fits is taken; no match fits always.
   *
   * @param delegate who decides instead of {@code route}
   */
  @RecordBuilder
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  public record Route(
      String name,
      List<Match> match,
      Rewrite rewrite,
      Delegate delegate,
      List<Weighted> route,
      String timeout,
      Retries retries,
      Fault fault,
      List<Mirror> mirrors,
      CorsPolicy corsPolicy,
      Headers headers) {}

  /** The first route whose match fits is taken; no match fits always. */
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  public record TcpRoute(List<PortMatch> match, List<Weighted> route) {}

  /** A condition on the connection. */
  public record PortMatch(int port) {}

  /** Conditions on the request that must all hold; null for none. */
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  public record Match(StringMatch uri, Map<String, StringMatch> headers, Integer port) {

    /** On the path. */
    public static Match path(StringMatch uri) {
      return new Match(uri, null, null);
    }

    /** On a header. */
    public static Match header(String name, StringMatch value) {
      return new Match(null, Map.of(name, value), null);
    }

    /** On the port that was called. */
    public static Match port(int port) {
      return new Match(null, null, port);
    }
  }

  /** The whole text, its beginning, or an expression (RE2) for the whole. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record StringMatch(String exact, String prefix, String regex) {

    /** The whole text. */
    public static StringMatch exact(String text) {
      return new StringMatch(text, null, null);
    }

    /** How the text begins. */
    public static StringMatch prefix(String text) {
      return new StringMatch(null, text, null);
    }

    /** An expression that fits the whole text. */
    public static StringMatch regex(String expression) {
      return new StringMatch(null, null, expression);
    }
  }

  /** What becomes of headers on the way. */
  public record Headers(Change request) {

    /** A request goes on without one. */
    public static Headers without(String name) {
      return new Headers(new Change(List.of(name)));
    }
  }

  /** Which of them go. */
  public record Change(List<String> remove) {}

  /** What the matched part of the path becomes. */
  public record Rewrite(String uri) {}

  /** A VirtualService without hosts that decides the rest. */
  public record Delegate(String name, String namespace) {}

  /** A destination and its percent of the requests; null for the only one. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Weighted(Destination destination, Integer weight) {}

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
  public record Retries(int attempts, String perTryTimeout, String retryOn) {

    /** Nothing of the request can have reached whoever was asked. */
    public static final String SAFE_CONDITIONS =
        "connect-failure,refused-stream,reset-before-request";
  }

  /** A failure on purpose. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Fault(Delay delay, Abort abort) {}

  /** Waits before the request is sent on. */
  public record Delay(Percent percentage, String fixedDelay) {}

  /** Answers instead of the service. */
  public record Abort(Percent percentage, int httpStatus) {}

  /** A destination that gets a copy of the request and whose answer nobody awaits. */
  public record Mirror(Destination destination, Percent percentage) {}

  /** From 0 to 100. */
  public record Percent(int value) {}

  @Override
  public String apiVersion() {
    return ApiVersions.NETWORKING;
  }
}
