package com.onlinestore.components.gateway;

import static com.onlinestore.components.settings.Checks.eachMatching;
import static com.onlinestore.components.settings.Checks.or;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import com.onlinestore.components.kubernetes.gatewayapi.HttpRoute;
import com.onlinestore.components.mesh.istio.VirtualService.CorsPolicy;
import com.onlinestore.components.mesh.istio.VirtualService.Origin;
import com.onlinestore.components.service.Call.HttpMethod;
import com.onlinestore.components.settings.Problem;
import com.onlinestore.components.settings.Problems;
import com.onlinestore.components.settings.TimeSpan;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * Which web pages of other origins may call the store. The gateway answers their preflights itself.
 *
 * <pre>{@code
 * var cors =
 *     new CorsSettings(
 *         List.of("https://www.example.com"), null, null, null, null, TimeSpan.of("10m"));
 * }</pre>
 *
 * @param origins as a browser sends them; {@code *} for all
 * @param methods what they may use; default GET, HEAD and POST
 * @param headers what they may send besides what browsers always may
 * @param expose what they may read of an answer besides what they always may
 * @param credentials whether cookies come along; default false
 * @param maxAge how long a browser remembers the answer to a preflight; default 1h
 */
public record CorsSettings(
    @JsonProperty(required = true)
        @JsonPropertyDescription(
            "Origins of web pages that may call, such as https://shop.example.com; * for all.")
        @Size(min = 1)
        List<@Pattern(regexp = CorsSettings.ORIGIN) String> origins,
    @JsonPropertyDescription("Methods they may use. Default: GET, HEAD, POST.")
        List<HttpMethod> methods,
    @JsonPropertyDescription("Headers they may send, such as authorization. Default: none.")
        List<@Pattern(regexp = CorsSettings.HEADER) String> headers,
    @JsonPropertyDescription("Headers of an answer that they may read. Default: none.")
        List<@Pattern(regexp = CorsSettings.HEADER) String> expose,
    @JsonPropertyDescription("true: cookies come along. Default: false.") Boolean credentials,
    @JsonPropertyDescription(
            "How long a browser remembers what is allowed, in whole seconds, such as 24h. Default:"
                + " 1h.")
        TimeSpan maxAge) {

  /** What an origin must look like: a scheme and a host, nothing after it. */
  public static final String ORIGIN = "^(\\*|https?://[a-z0-9.-]+(:[0-9]{1,5})?)$";

  /** What a header's name must look like. */
  public static final String HEADER = "^[A-Za-z0-9-]+$";

  private static final String ALL = "*";
  private static final String ANY_SCHEME = "http";

  /** Fills in the defaults; refuses what is no origin or no header. */
  public CorsSettings {
    origins = eachMatching("origins", origins, ORIGIN);
    methods =
        methods == null || methods.isEmpty()
            ? List.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.POST)
            : List.copyOf(methods);
    headers = eachMatching("headers", headers, HEADER);
    expose = eachMatching("expose", expose, HEADER);
    credentials = or(credentials, false);
    maxAge = or(maxAge, TimeSpan.of("1h"));
    if (origins.isEmpty()) {
      throw new IllegalArgumentException("origins must name at least one.");
    }
  }

  /** What a browser would refuse, or what would open the store to every page. */
  public List<Problem> problems() {
    return new Problems()
        .addIf(
            credentials && origins.contains(ALL),
            "origins",
            "\"*\" with credentials would let every web page act for whoever is logged in; name the"
                + " origins.")
        .addIf(maxAge.duration().toNanosPart() != 0, "maxAge", "%s must be whole seconds.", maxAge)
        .list();
  }

  /** As the routes have it. */
  CorsPolicy policy() {
    return new CorsPolicy(
        origins.contains(ALL)
            ? List.of(new Origin(null, ANY_SCHEME))
            : origins.stream().map(origin -> new Origin(origin, null)).toList(),
        methodNames(),
        headers,
        expose,
        maxAge.toString(),
        credentials,
        "IGNORE");
  }

  /** As the rules of an HTTPRoute have it. */
  HttpRoute.Cors filter() {
    return new HttpRoute.Cors(
        origins, methodNames(), headers, expose, maxAge.wholeSeconds(), credentials);
  }

  /** The values of a preflight's header {@code origin}, as a condition writes them. */
  List<String> originValues() {
    return origins.contains(ALL) ? List.of(ANY_SCHEME + "*") : origins;
  }

  /** The methods by name. */
  List<String> methodNames() {
    return methods.stream().map(Enum::name).toList();
  }
}
