package com.onlinestore.components.kubernetes;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/** Turns typed Kubernetes objects into the plain maps that Pulumi and YAML carry. */
public final class Manifests {

  private static final ObjectMapper MAPPER =
      new ObjectMapper()
          .setDefaultPropertyInclusion(JsonInclude.Include.NON_EMPTY)
          .configure(SerializationFeature.FAIL_ON_EMPTY_BEANS, false)
          .configure(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS, true);

  private static final TypeReference<Map<String, Object>> MAP = new TypeReference<>() {};

  private Manifests() {}

  /**
   * The object as a map; what is absent or empty is left out.
   *
   * <p>By way of JSON text, which turns every whole number into an Integer: Pulumi cannot serialise
   * a Long.
   */
  public static Map<String, Object> toMap(Object object) {
    try {
      return MAPPER.readValue(MAPPER.writeValueAsBytes(object), MAP);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The value as JSON in one line, for annotations that hold a document. */
  public static String toJson(Object value) {
    return MAPPER.valueToTree(value).toString();
  }
}
