package com.onlinestore.components.gateway;

import static com.onlinestore.components.settings.Checks.or;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import com.onlinestore.components.service.BodyLimit;
import com.onlinestore.components.service.RateSettings;
import com.onlinestore.components.settings.Problem;
import com.onlinestore.components.settings.Problems;
import io.fabric8.kubernetes.api.model.Quantity;
import java.util.List;

/**
 * What the gateway takes from outside. Each of its pods counts for itself, so the sum follows their
 * number; with {@code shared} they count together besides.
 *
 * <pre>{@code
 * var limits =
 *     new GatewayLimitSettings(
 *         new RateSettings(1000, TimeSpan.of("1s"), null), null, new Quantity("1Mi"), null, null);
 * }</pre>
 *
 * @param rate of all clients together; null for any
 * @param client of each client address; null for any
 * @param body the largest request; null for any size
 * @param shared whether all pods of the gateway count together; default false
 * @param redis where they do; null for a pod of the store's own
 */
public record GatewayLimitSettings(
    @JsonPropertyDescription("Requests of all clients together; more are answered with 429.")
        RateSettings rate,
    @JsonPropertyDescription("Requests of each client address; more are answered with 429.")
        RateSettings client,
    @JsonPropertyDescription(
            "The largest body of a request, such as 2Mi; a larger one is answered with 413. Requests"
                + " are held until they are complete, so streams and WebSockets do not work then."
                + " Default: any size.")
        Quantity body,
    @JsonPropertyDescription(
            "true: all limits of the gateway and its routes are counted over all of its pods, too,"
                + " by a service ratelimit. Default: false, each pod for itself.")
        Boolean shared,
    @JsonPropertyDescription(
            "Where shared limits are counted. Default: in a pod of the store's own.")
        RedisSettings redis) {

  /** Fills in the default; refuses a body of nothing. */
  public GatewayLimitSettings {
    BodyLimit.check(body);
    shared = or(shared, false);
  }

  /** Limits that limit nothing, and a Redis that nothing is counted in. */
  List<Problem> problems() {
    Problems problems =
        new Problems()
            .addIf(
                rate == null && client == null && body == null && !shared && redis == null,
                "",
                "limits nothing: name rate, client or body, or remove it.")
            .addIf(
                !shared && redis != null,
                "redis",
                "has no effect without shared: true; say it, or remove redis.")
            .addAll("", Limit.problems(rate, client))
            .addAll("body", BodyLimit.problems(body));
    if (redis != null) {
      problems.addAll("redis", redis.problems());
    }
    return problems.list();
  }
}
