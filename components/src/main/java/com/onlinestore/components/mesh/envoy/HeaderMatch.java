package com.onlinestore.components.mesh.envoy;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * A condition on a header; {@code :path} holds the query too, {@code :authority} the port.
 *
 * @param invert true where the header must not match; null otherwise
 */
public record HeaderMatch(
    String name,
    @JsonProperty("string_match") StringMatch stringMatch,
    @JsonProperty("invert_match") Boolean invert) {

  /** A condition on text. */
  public record StringMatch(@JsonProperty("safe_regex") Regex safeRegex) {}

  /** An expression of RE2 that fits all of the text. */
  public record Regex(String regex) {}

  /** The header fits {@code regex}. */
  public static HeaderMatch fits(String name, String regex) {
    return new HeaderMatch(name, new StringMatch(new Regex(regex)), null);
  }

  /** The header does not fit {@code regex}. */
  public static HeaderMatch fitsNot(String name, String regex) {
    return new HeaderMatch(name, new StringMatch(new Regex(regex)), true);
  }
}
