package com.onlinestore.components.service;

import static com.onlinestore.components.settings.Checks.or;
import static com.onlinestore.components.settings.Checks.required;
import static com.onlinestore.components.settings.Checks.within;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/**
 * A further port of a service.
 *
 * <pre>{@code
 * var admin = new PortSettings(9090, PortProtocol.HTTP);
 * }</pre>
 *
 * @param port its number
 * @param protocol what it speaks; default http
 */
public record PortSettings(
    @JsonProperty(required = true)
        @JsonPropertyDescription("The port's number.")
        @Min(1)
        @Max(65535)
        Integer port,
    @JsonPropertyDescription("What it speaks: http, http2, grpc or tcp. Default: http.")
        PortProtocol protocol) {

  /** Fills in the default. */
  public PortSettings {
    port = within("port", required("port", port), 1, 65535);
    protocol = or(protocol, PortProtocol.HTTP);
  }
}
