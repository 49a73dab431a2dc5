package com.onlinestore.components.gateway;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import com.onlinestore.components.service.RateSettings;
import com.onlinestore.components.settings.Problem;
import com.onlinestore.components.settings.Problems;
import java.util.List;

/**
 * How many requests a route takes. The gateway's own limits hold besides.
 *
 * <pre>{@code
 * var limits = new RouteLimitSettings(new RateSettings(100, TimeSpan.of("1s"), null), null);
 * }</pre>
 *
 * @param rate of all clients together; null for any
 * @param client of each client address; null for any
 */
public record RouteLimitSettings(
    @JsonPropertyDescription("Requests of all clients together; more are answered with 429.")
        RateSettings rate,
    @JsonPropertyDescription("Requests of each client address; more are answered with 429.")
        RateSettings client) {

  /** Limits that limit nothing, or that the gateway's own always come before. */
  List<Problem> problems(GatewayLimitSettings gateway) {
    Problems problems =
        new Problems()
            .addIf(
                rate == null && client == null,
                "",
                "limits nothing: name rate or client, or remove it.")
            .addAll("", Limit.problems(rate, client));
    if (gateway != null) {
      problems
          .addAll("rate", Limit.withoutEffect(rate, "gateway.limits.rate", gateway.rate()))
          .addAll("client", Limit.withoutEffect(client, "gateway.limits.client", gateway.client()));
    }
    return problems.list();
  }
}
