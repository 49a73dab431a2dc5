package com.onlinestore.components.kubernetes.gatewayapi;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.onlinestore.components.kubernetes.CustomObject;
import com.onlinestore.components.settings.TimeSpan;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import java.time.Duration;
import java.util.List;

/**
 * Where requests for some hosts go.
 *
 * <p>The trap: the order of rules is nothing. The longest path wins, then the most headers, over
 * all routes of a host; only between equals the first is taken.
 *
 * @param hostnames at most {@value #MOST_HOSTS}; empty for all
 * @param rules at most {@value #MOST_RULES}
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record HttpRoute(List<ParentRef> parentRefs, List<String> hostnames, List<Rule> rules)
    implements GatewayApiSpec {

  /** More are refused by the API server. */
  public static final int MOST_HOSTS = 16;

  /** More are refused by the API server; a rule can have as many backends. */
  public static final int MOST_RULES = 16;

  /** A gateway of the same namespace, and one of its listeners. */
  public record ParentRef(String name, String sectionName) {}

  /** Requests that fit one of the matches, and what becomes of them. */
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  public record Rule(
      List<Match> matches, List<Filter> filters, List<Backend> backendRefs, Timeouts timeouts) {}

  /** Conditions that must all hold. */
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  public record Match(Path path, List<Header> headers) {}

  /** A condition on the path. */
  public record Path(String type, String value) {

    /** The path itself or what is below it; {@code /orders} does not catch {@code /ordersheet}. */
    public static Path prefix(String value) {
      return new Path("PathPrefix", value);
    }
  }

  /** A condition on a header. */
  public record Header(String type, String name, String value) {

    /** The whole value. */
    public static Header exact(String name, String value) {
      return new Header("Exact", name, value);
    }

    /** An expression for the whole value, which Istio reads as RE2. */
    public static Header expression(String name, String value) {
      return new Header("RegularExpression", name, value);
    }
  }

  /** One thing that is done to a request; exactly one of the parts is there. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Filter(
      String type,
      UrlRewrite urlRewrite,
      RequestRedirect requestRedirect,
      Mirror requestMirror,
      Cors cors) {

    /** Replaces the matched prefix of the path. */
    public static Filter rewritePrefix(String with) {
      return new Filter(
          "URLRewrite",
          new UrlRewrite(new PathModifier("ReplacePrefixMatch", with)),
          null,
          null,
          null);
    }

    /** Sends the client to the same address by HTTPS, for good. */
    public static Filter toHttps() {
      return new Filter("RequestRedirect", null, new RequestRedirect("https", 301), null, null);
    }

    /** Answers preflights, and tells browsers who may read the answers of others. */
    public static Filter cors(Cors cors) {
      return new Filter("CORS", null, null, null, cors);
    }

    /** Sends a copy elsewhere and awaits no answer. */
    public static Filter mirror(Backend backend, int percent) {
      return new Filter("RequestMirror", null, null, new Mirror(backend, percent), null);
    }
  }

  /**
   * Which web pages of other origins may call.
   *
   * @param allowOrigins a star for all
   * @param maxAge seconds that a browser remembers it
   */
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  public record Cors(
      List<String> allowOrigins,
      List<String> allowMethods,
      List<String> allowHeaders,
      List<String> exposeHeaders,
      long maxAge,
      boolean allowCredentials) {}

  /** A new path. */
  public record UrlRewrite(PathModifier path) {}

  /** What becomes of the path. */
  public record PathModifier(String type, String replacePrefixMatch) {}

  /** Another address for the client. */
  public record RequestRedirect(String scheme, int statusCode) {}

  /** Who gets a copy of how many requests. */
  public record Mirror(Backend backendRef, int percent) {}

  /**
   * A Service and its share of the requests; null for the only one.
   *
   * @param namespace must allow it by a {@link ReferenceGrant}, where it is not the route's own
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Backend(String name, String namespace, int port, Integer weight) {}

  /** How long a request may take, its retries included. */
  public record Timeouts(String request) {

    /** In seconds and milliseconds, because this API takes no number of more than five digits. */
    public static Timeouts of(TimeSpan request) {
      Duration time = request.duration();
      String seconds = time.toSeconds() == 0 ? "" : time.toSeconds() + "s";
      String millis = time.toMillisPart() == 0 ? "" : time.toMillisPart() + "ms";
      return new Timeouts(seconds + millis);
    }
  }

  @Override
  public CustomObject named(ObjectMeta metadata) {
    return new CustomObject(GROUP + "/v1", "HTTPRoute", metadata, this);
  }
}
