package com.onlinestore.components;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.onlinestore.components.kubernetes.Manifests;
import java.util.Map;

/** Settings as a stack file has them, and objects as a person reads them. */
public final class Yaml {

  private static final ObjectMapper MAPPER =
      new ObjectMapper(
              YAMLFactory.builder()
                  .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
                  .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
                  .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
                  .build())
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);

  private Yaml() {}

  /** Settings bound as the stack file binds them. */
  public static <T> T read(Class<T> type, String yaml) {
    try {
      return MAPPER.readValue(yaml, type);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }

  /** The message with which a settings record refuses {@code yaml}. */
  public static String refusal(Class<?> type, String yaml) {
    try {
      return "accepted: " + MAPPER.readValue(yaml, type);
    } catch (JsonMappingException e) {
      return e.getCause() == null ? e.getOriginalMessage() : e.getCause().getMessage();
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /** Whether a record can be made of {@code settings}. */
  public static boolean accepts(Class<?> type, Map<String, Object> settings) {
    try {
      MAPPER.convertValue(settings, type);
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /** Asserts that the part of {@code object} at a JSON pointer is {@code expected}. */
  public static void assertYaml(Object object, String pointer, String expected) {
    try {
      assertThat(text(part(object, pointer))).isEqualTo(text(MAPPER.readTree(expected)));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /** The part of an object at a JSON pointer; missing where there is none. */
  public static JsonNode part(Object object, String pointer) {
    Object plain = object instanceof Map ? object : Manifests.toMap(object);
    return MAPPER.<JsonNode>valueToTree(plain).at(pointer);
  }

  private static String text(JsonNode node) throws JsonProcessingException {
    return MAPPER.writeValueAsString(MAPPER.treeToValue(node, Object.class));
  }
}
