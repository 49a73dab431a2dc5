package com.onlinestore.components.service;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import com.onlinestore.components.settings.Problem;
import com.onlinestore.components.settings.Problems;
import io.fabric8.kubernetes.api.model.Quantity;
import java.util.List;

/**
 * What a service takes on its main port from all its callers together.
 *
 * <pre>{@code
 * var limits =
 *     new LimitSettings(new RateSettings(100, TimeSpan.of("1s"), null), new Quantity("1Mi"));
 * }</pre>
 *
 * @param rate requests for each pod, kept by its sidecar: the sum follows the number of pods
 * @param body the largest request; null for any size
 */
public record LimitSettings(
    @JsonPropertyDescription("Requests for each of its pods; more are answered with 429.")
        RateSettings rate,
    @JsonPropertyDescription(
            "The largest body of a request, such as 1Mi; a larger one is answered with 413. Requests"
                + " are held until they are complete, so streams and WebSockets do not work then."
                + " Default: any size.")
        Quantity body) {

  /** Refuses a body of nothing. */
  public LimitSettings {
    BodyLimit.check(body);
  }

  /** Limits that limit nothing, or that a proxy cannot keep on a port that speaks this. */
  public List<Problem> problems(PortProtocol protocol) {
    Problems problems =
        new Problems()
            .addIf(
                rate == null && body == null,
                "",
                "limits nothing: name rate or body, or remove it.")
            .addIf(
                !protocol.hasRequests(),
                "",
                "has no effect: the main port speaks tcp, which has no requests; remove it.")
            .addIf(
                protocol == PortProtocol.GRPC && body != null,
                "body",
                "%s would hold the streams of gRPC for ever; limit messages in the service itself.",
                body);
    if (rate != null) {
      problems.addAll("rate", rate.problems());
    }
    return problems.addAll("body", BodyLimit.problems(body)).list();
  }
}
