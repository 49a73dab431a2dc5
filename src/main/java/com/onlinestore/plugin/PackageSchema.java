package com.onlinestore.plugin;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The package's schema, from which Pulumi makes the SDKs of other languages.
 *
 * @param text as JSON
 */
record PackageSchema(String text) {

  /** Made by {@code mvn verify -Dplugin.schema.update=true} from the schema of stack files. */
  static final String RESOURCE = "/plugin.schema.json";

  /** The schema that is shipped. */
  static PackageSchema shipped() {
    try (InputStream stream = PackageSchema.class.getResourceAsStream(RESOURCE)) {
      return new PackageSchema(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The inputs of a component, in order. */
  List<String> inputs(String component) {
    try {
      List<String> inputs = new ArrayList<>();
      new ObjectMapper()
          .readTree(text)
          .path("resources")
          .path(component)
          .path("inputProperties")
          .fieldNames()
          .forEachRemaining(inputs::add);
      Collections.sort(inputs);
      return inputs;
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
