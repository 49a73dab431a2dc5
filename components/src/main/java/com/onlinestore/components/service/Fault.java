package com.onlinestore.components.service;

import static com.onlinestore.components.settings.Checks.matching;
import static com.onlinestore.components.settings.Checks.or;
import static com.onlinestore.components.settings.Checks.within;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import com.onlinestore.components.settings.Problem;
import com.onlinestore.components.settings.Problems;
import com.onlinestore.components.settings.TimeSpan;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.util.List;

/**
 * A failure on purpose for requests with a header: a delay, an error, or both.
 *
 * @param header that asks for it, in lower case
 * @param value that the header must have
 * @param percent of these requests that are hit; default 100
 * @param delay how long they wait before they are sent on; null for none
 * @param status what they are answered instead; null for none
 */
public record Fault(
    @JsonProperty(required = true)
        @JsonPropertyDescription("Name of the header that asks for it, in lower case.")
        @Pattern(regexp = RequestMatch.HEADER)
        String header,
    @JsonProperty(required = true)
        @JsonPropertyDescription("The value that the header must have.")
        @Pattern(regexp = RequestMatch.VALUE)
        String value,
    @JsonPropertyDescription("Percent of these requests that are hit. Default: 100.")
        @Min(1)
        @Max(100)
        Integer percent,
    @JsonPropertyDescription("How long they wait before they are sent on, such as 3s.")
        TimeSpan delay,
    @JsonPropertyDescription("HTTP status that they are answered with instead, such as 503.")
        @Min(400)
        @Max(599)
        Integer status) {

  /** Fills in the default; refuses what no request or answer can have. */
  public Fault {
    matching("header", header, RequestMatch.HEADER);
    matching("value", value, RequestMatch.VALUE);
    percent = within("percent", or(percent, 100), 1, 100);
    if (status != null) {
      within("status", status, 400, 599);
    }
  }

  /** A fault that does nothing. */
  List<Problem> problems() {
    return new Problems()
        .addIf(
            delay == null && status == null,
            "",
            "does nothing; say a delay (such as 3s), a status (such as 503), or both.")
        .list();
  }
}
