package com.onlinestore.components.service;

import static com.onlinestore.components.settings.Checks.matching;
import static com.onlinestore.components.settings.Checks.optional;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import com.onlinestore.components.settings.Problem;
import com.onlinestore.components.settings.Problems;
import jakarta.validation.constraints.Pattern;
import java.util.List;

/**
 * Requests that carry a header or a cookie with one value.
 *
 * <p>The trap: a service sees only what its callers pass on. For a header from outside to choose
 * the version of a service further in, each service on the way must forward it.
 *
 * @param header its name in lower case; null where a cookie decides
 * @param cookie its name; null where a header decides
 * @param value exactly this
 */
public record RequestMatch(
    @JsonPropertyDescription("Name of a header, in lower case.")
        @Pattern(regexp = RequestMatch.HEADER)
        String header,
    @JsonPropertyDescription("Name of a cookie, instead of a header.")
        @Pattern(regexp = RequestMatch.COOKIE)
        String cookie,
    @JsonProperty(required = true)
        @JsonPropertyDescription("The value it must have.")
        @Pattern(regexp = RequestMatch.VALUE)
        String value) {

  /** Istio compares names in lower case. */
  public static final String HEADER = "^[a-z][a-z0-9-]{0,99}$";

  /** What the name of a cookie must look like. */
  public static final String COOKIE = "^[A-Za-z0-9_-]{1,100}$";

  /** What a value must look like. */
  public static final String VALUE = "^[A-Za-z0-9_.:/+=-]{1,200}$";

  /** Refuses names and values that no request can carry. */
  public RequestMatch {
    optional("header", header, HEADER);
    optional("cookie", cookie, COOKIE);
    matching("value", value, VALUE);
  }

  /** Both or neither of header and cookie. */
  List<Problem> problems() {
    return new Problems()
        .addIf(
            (header == null) == (cookie == null),
            "",
            "needs either a header or a cookie; name one of them.")
        .list();
  }
}
