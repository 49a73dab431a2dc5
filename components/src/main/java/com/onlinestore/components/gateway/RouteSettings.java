package com.onlinestore.components.gateway;

import static com.onlinestore.components.settings.Checks.matching;
import static com.onlinestore.components.settings.Checks.optional;
import static com.onlinestore.components.settings.Checks.or;
import static com.onlinestore.components.settings.Checks.sorted;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import com.onlinestore.components.service.Call;
import com.onlinestore.components.service.ServicePort;
import com.onlinestore.components.settings.Checks;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import java.util.Map;

/**
 * Requests from outside that go to one service.
 *
 * <pre>{@code
 * var route = new RouteSettings("/orders", "orders", null, "/", null);
 * }</pre>
 *
 * @param path the path itself and everything below it; {@code /} for everything
 * @param service where they go
 * @param port name of one of its ports; null for its main one
 * @param rewrite what the path becomes; null to leave it
 * @param host one of the gateway's hosts; null for all of them
 * @param token whether an end user's token is required; default optional
 * @param claims what a token must say, by claim: one of the values
 * @param login whether whoever comes must be logged in; default false
 * @param limits how many requests it takes; null for any
 */
public record RouteSettings(
    @JsonProperty(required = true)
        @JsonPropertyDescription("Path that is routed with everything below it, such as /orders.")
        @Pattern(regexp = Checks.PATH)
        String path,
    @JsonProperty(required = true)
        @JsonPropertyDescription("Name of the service that gets the requests.")
        @Pattern(regexp = Checks.SERVICE_NAME)
        String service,
    @JsonPropertyDescription("Name of one of its ports. Default: its main port.")
        @Pattern(regexp = ServicePort.NAME)
        String port,
    @JsonPropertyDescription("What the path becomes, such as /. Default: it stays.")
        @Pattern(regexp = Checks.PATH)
        String rewrite,
    @JsonPropertyDescription("One of the gateway's hosts. Default: all of them.")
        @Pattern(regexp = Checks.HOST)
        String host,
    @JsonPropertyDescription(
            "required: nobody comes without a valid token of gateway.tokens. optional: anybody"
                + " comes, but a token that is sent must be valid. Default: optional.")
        TokenUse token,
    @JsonPropertyDescription(
            "What a required token must say, such as role: [admin, clerk]: one of the values."
                + " Default: anything.")
        Map<String, List<String>> claims,
    @JsonPropertyDescription(
            "true: whoever comes must be logged in, as gateway.login says. Default: false.")
        Boolean login,
    @JsonPropertyDescription("How many requests it takes. Default: as many as the gateway.")
        RouteLimitSettings limits) {

  /** Refuses paths that are not absolute, and names that nothing can have. */
  public RouteSettings {
    matching("path", path, Checks.PATH);
    matching("service", service, Checks.SERVICE_NAME);
    optional("port", port, ServicePort.NAME);
    optional("rewrite", rewrite, Checks.PATH);
    optional("host", host, Checks.HOST);
    token = or(token, TokenUse.OPTIONAL);
    claims = sorted(claims);
    login = or(login, false);
  }

  /** A route for everybody. */
  public RouteSettings(String path, String service, String port, String rewrite, String host) {
    this(path, service, port, rewrite, host, null, null, null, null);
  }

  /** Whether it asks whoever comes for anything. */
  boolean guarded() {
    return login || token == TokenUse.REQUIRED;
  }

  /** The call that the gateway makes for it. */
  Call call() {
    return new Call(service, port, List.of(), List.of());
  }

  boolean appliesTo(String gatewayHost) {
    return host == null || host.equals(gatewayHost);
  }

  /** What tells it from the gateway's other routes. */
  String name() {
    return (host == null ? "" : host) + path;
  }
}
