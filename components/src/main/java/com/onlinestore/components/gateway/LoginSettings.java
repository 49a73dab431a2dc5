package com.onlinestore.components.gateway;

import static com.onlinestore.components.settings.Checks.matching;
import static com.onlinestore.components.settings.Checks.optional;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import com.onlinestore.components.mesh.ExternalAuthorizer;
import com.onlinestore.components.service.Store;
import com.onlinestore.components.settings.Checks;
import jakarta.validation.constraints.Pattern;

/**
 * Who is asked whether somebody is logged in: a service of the store such as oauth2-proxy.
 *
 * <pre>{@code
 * var login = new LoginSettings("login", null);
 * }</pre>
 *
 * @param service its name
 * @param provider the name under which an existing mesh knows it; null where this stack installs
 *     the mesh and registers it
 */
public record LoginSettings(
    @JsonProperty(required = true)
        @JsonPropertyDescription(
            "Name of the service that is asked whether somebody is logged in, such as an"
                + " oauth2-proxy.")
        @Pattern(regexp = Checks.SERVICE_NAME)
        String service,
    @JsonPropertyDescription(
            "Extension provider under which an existing mesh knows that service. Default: this"
                + " stack registers it.")
        @Pattern(regexp = Checks.DNS_LABEL)
        String provider) {

  /** Refuses names that nothing can have. */
  public LoginSettings {
    matching("service", service, Checks.SERVICE_NAME);
    optional("provider", provider, Checks.DNS_LABEL);
  }

  /** The service as the mesh must know it. */
  public ExternalAuthorizer authorizer(String namespace, int port) {
    return new ExternalAuthorizer(providerOf(namespace), Store.host(service, namespace), port);
  }

  /** A mesh may serve several stores, so the name says whose it is. */
  String providerOf(String namespace) {
    return provider == null ? namespace + "-login" : provider;
  }
}
