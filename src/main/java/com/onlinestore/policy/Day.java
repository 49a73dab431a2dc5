package com.onlinestore.policy;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;

/**
 * Reads {@code 2027-03-31}, and what Pulumi makes of it where a stack file has it without quotes:
 * {@code 2027-03-31 00:00:00 +0000 UTC}.
 */
final class Day extends StdDeserializer<LocalDate> {

  private static final long serialVersionUID = 1L;
  private static final String MIDNIGHT = " 00:00:00 +0000 UTC";

  Day() {
    super(LocalDate.class);
  }

  @Override
  public LocalDate deserialize(JsonParser parser, DeserializationContext context)
      throws IOException {
    try {
      return LocalDate.parse(parser.getText().replace(MIDNIGHT, ""));
    } catch (DateTimeException unknown) {
      throw JsonMappingException.from(
          parser, "\"%s\" is no day, such as 2027-03-31.".formatted(parser.getText()));
    }
  }
}
