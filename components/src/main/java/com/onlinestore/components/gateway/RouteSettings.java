package com.onlinestore.components.gateway;

import static com.onlinestore.components.settings.Checks.matching;
import static com.onlinestore.components.settings.Checks.optional;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import com.onlinestore.components.service.Call;
import com.onlinestore.components.service.ServicePort;
import com.onlinestore.components.settings.Checks;
import jakarta.validation.constraints.Pattern;
import java.util.List;

/**
 * Requests from outside that go to one service.
 *
 * @param path the path itself and everything below it; {@code /} for everything
 * @param service where they go
 * @param port name of one of its ports; null for its main one
 * @param rewrite what the path becomes; null to leave it
 * @param host one of the gateway's hosts; null for all of them
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
        String host) {

  /** Refuses paths that are not absolute, and names that nothing can have. */
  public RouteSettings {
    matching("path", path, Checks.PATH);
    matching("service", service, Checks.SERVICE_NAME);
    optional("port", port, ServicePort.NAME);
    optional("rewrite", rewrite, Checks.PATH);
    optional("host", host, Checks.HOST);
  }

  /** The call that the gateway makes for it. */
  Call call() {
    return new Call(service, port, List.of(), List.of());
  }

  boolean appliesTo(String gatewayHost) {
    return host == null || host.equals(gatewayHost);
  }
}
