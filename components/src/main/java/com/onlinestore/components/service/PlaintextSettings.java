package com.onlinestore.components.service;

import static com.onlinestore.components.settings.Checks.eachMatching;
import static com.onlinestore.components.settings.Checks.matching;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import com.onlinestore.components.settings.Checks;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * An exception from mutual TLS: who may reach a port without a certificate, and why.
 *
 * <p>The trap: whoever has no certificate has no name either. The network alone holds the port to
 * these namespaces; who of them calls, and with what, nobody checks.
 *
 * <pre>{@code
 * var exception = new PlaintextSettings(List.of("legacy"), "no sidecar until March");
 * }</pre>
 *
 * @param from namespaces outside the mesh
 * @param reason why, for whoever reviews it
 */
public record PlaintextSettings(
    @JsonProperty(required = true)
        @JsonPropertyDescription("Namespaces whose pods may come without a certificate.")
        @Size(min = 1)
        List<@Pattern(regexp = Checks.DNS_LABEL) String> from,
    @JsonProperty(required = true)
        @JsonPropertyDescription("Why, for whoever reviews it.")
        @Pattern(regexp = Checks.REASON)
        String reason) {

  /** Refuses an exception for nobody, and one without a reason. */
  public PlaintextSettings {
    from = eachMatching("from", from, Checks.DNS_LABEL);
    matching("reason", reason, Checks.REASON);
    if (from.isEmpty()) {
      throw new IllegalArgumentException("from needs at least one namespace.");
    }
  }
}
