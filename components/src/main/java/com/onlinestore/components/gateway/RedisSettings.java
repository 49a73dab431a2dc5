package com.onlinestore.components.gateway;

import static com.onlinestore.components.settings.Checks.matching;
import static com.onlinestore.components.settings.Checks.or;
import static com.onlinestore.components.settings.Checks.within;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import com.onlinestore.components.service.ExternalHost;
import com.onlinestore.components.service.SecretReference;
import com.onlinestore.components.settings.Checks;
import com.onlinestore.components.settings.Problem;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.util.List;

/**
 * A Redis outside the cluster, such as one that the cloud runs.
 *
 * <pre>{@code
 * var redis =
 *     new RedisSettings("redis.example.com", 6379, true, List.of("10.0.0.0/8"), null);
 * }</pre>
 *
 * @param host its DNS name
 * @param port default 6379
 * @param tls whether it speaks TLS; default false
 * @param cidrs its addresses; needed where it has a private one
 * @param password where its password is; null for none
 */
public record RedisSettings(
    @JsonProperty(required = true)
        @JsonPropertyDescription("DNS name of the Redis.")
        @Pattern(regexp = ExternalHost.NAME)
        String host,
    @JsonPropertyDescription("TCP port. Default: 6379.") @Min(1) @Max(65535) Integer port,
    @JsonPropertyDescription("true: it speaks TLS. Default: false.") Boolean tls,
    @JsonPropertyDescription(
            "Address ranges of the host, such as 10.20.0.0/16; needed where it has a private"
                + " address. Default: any public address.")
        List<@Pattern(regexp = ExternalHost.CIDR) String> cidrs,
    @JsonPropertyDescription(
            "Its password, or user:password, in a Secret of the store's namespace. Default: none.")
        SecretReference password) {

  /** Fills in the defaults. */
  public RedisSettings {
    matching("host", host, ExternalHost.NAME);
    port = within("port", or(port, 6379), 1, 65535);
    tls = or(tls, false);
    cidrs = Checks.eachMatching("cidrs", cidrs, ExternalHost.CIDR);
  }

  /** The same mistakes as with any host outside. */
  List<Problem> problems() {
    return asHost().problems();
  }

  /** As the services that call it see it. */
  ExternalHost asHost() {
    return new ExternalHost(
        host, port, tls ? ExternalHost.Protocol.TLS : ExternalHost.Protocol.TCP, cidrs);
  }
}
