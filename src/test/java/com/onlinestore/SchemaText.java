package com.onlinestore;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Schemas as they stand in their files: in lines that a person compares. */
public final class SchemaText {

  private SchemaText() {}

  /** The text of the file, its last line ended. */
  public static String of(JsonNode schema) throws JsonProcessingException {
    DefaultIndenter lines = new DefaultIndenter("  ", "\n");
    return new ObjectMapper()
            .writer(new DefaultPrettyPrinter().withObjectIndenter(lines).withArrayIndenter(lines))
            .writeValueAsString(schema)
        + "\n";
  }
}
