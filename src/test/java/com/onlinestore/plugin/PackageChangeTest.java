package com.onlinestore.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PackageChangeTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  private static final String SCHEMA =
      """
      {"resources": {"Store": {"inputProperties": {"name": {"type": "string"}},
                               "properties": {"url": {"type": "string"}}}},
       "types": {"Route": {"properties": {"path": {"type": "string", "description": "Where."},
                                          "to": {"type": "array", "items": {"type": "string"}}},
                           "required": ["path"]}}}
      """;

  @Test
  void whatIsGoneBreaks() throws JsonProcessingException {
    assertThat(breaks("\"url\"", "\"address\"")).containsExactly(gone("Store.url", "string"));
    assertThat(breaks("{\"name\"", "{\"title\""))
        .containsExactly(gone("Store.inputs.name", "string"));
    assertThat(breaks("\"Route\"", "\"Way\"")).contains("Route is gone");
  }

  @Test
  void whatIsOfAnotherTypeBreaks() throws JsonProcessingException {
    assertThat(breaks("\"items\": {\"type\": \"string\"}", "\"items\": {\"type\": \"number\"}"))
        .containsExactly("Route.to: {\"type\":\"array\",\"items\":{\"type\":\"string\"}} is gone");
  }

  @Test
  void whatIsAskedForBesidesBreaks() throws JsonProcessingException {
    assertThat(breaks("\"required\": [\"path\"]", "\"required\": [\"path\", \"to\"]"))
        .containsExactly("Route.to is required");
    assertThat(
            breaks(
                "\"properties\": {\"url\"",
                "\"requiredInputs\": [\"name\"], \"properties\": {\"url\""))
        .containsExactly("Store.inputs.name is required");
  }

  @Test
  void whatIsNewOrSaidOtherwiseOrNoLongerAskedForBreaksNobody() throws JsonProcessingException {
    assertThat(breaks("Where.", "From where.")).isEmpty();
    assertThat(breaks("\"required\": [\"path\"]", "\"required\": []")).isEmpty();
    assertThat(
            breaks(
                "\"types\": {",
                "\"types\": {\"Port\": {\"properties\": {\"number\": {\"type\": \"integer\"}},"
                    + " \"required\": [\"number\"]}, "))
        .isEmpty();
  }

  private static Set<String> breaks(String old, String now) throws JsonProcessingException {
    assertThat(SCHEMA).contains(old);
    return PackageChange.breaks(JSON.readTree(SCHEMA), JSON.readTree(SCHEMA.replace(old, now)));
  }

  private static String gone(String path, String type) {
    return path + ": {\"type\":\"" + type + "\"} is gone";
  }
}
