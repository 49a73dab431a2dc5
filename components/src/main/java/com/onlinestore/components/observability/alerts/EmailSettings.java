package com.onlinestore.components.observability.alerts;

import static com.onlinestore.components.settings.Checks.eachMatching;
import static com.onlinestore.components.settings.Checks.matching;
import static com.onlinestore.components.settings.Checks.required;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * People by mail, sent over TLS.
 *
 * <pre>{@code
 * var email =
 *     new EmailSettings(
 *         List.of("team@example.com"),
 *         "alerts@example.com",
 *         "smtp.example.com:587",
 *         "alerts",
 *         new SecretKey("smtp", "password"));
 * }</pre>
 *
 * @param to who
 * @param from whom it says it is from
 * @param smarthost host and port of the server that takes it
 * @param user the name that is known there
 * @param password its password
 */
public record EmailSettings(
    @JsonProperty(required = true)
        @JsonPropertyDescription("Addresses, such as [store@example.com].")
        @Size(min = 1)
        List<@Pattern(regexp = EmailSettings.ADDRESS) String> to,
    @JsonProperty(required = true)
        @JsonPropertyDescription("The sender's address.")
        @Pattern(regexp = EmailSettings.ADDRESS)
        String from,
    @JsonProperty(required = true)
        @JsonPropertyDescription("Server and port, such as smtp.example.com:587.")
        @Pattern(regexp = EmailSettings.SMARTHOST)
        String smarthost,
    @JsonProperty(required = true) @JsonPropertyDescription("Name of the sender at that server.")
        String user,
    @JsonProperty(required = true) @JsonPropertyDescription("Where the sender's password is kept.")
        SecretKey password) {

  /** What an address must look like. */
  public static final String ADDRESS = "^[^\\s@,]+@[^\\s@,]+$";

  /** What a server must look like. */
  public static final String SMARTHOST = "^[a-zA-Z0-9.-]+:[0-9]{1,5}$";

  /** Refuses addresses that no mail reaches. */
  public EmailSettings {
    to = eachMatching("to", to, ADDRESS);
    matching("from", from, ADDRESS);
    matching("smarthost", smarthost, SMARTHOST);
    required("user", user);
    required("password", password);
    if (to.isEmpty()) {
      throw new IllegalArgumentException("to needs at least one address.");
    }
  }
}
