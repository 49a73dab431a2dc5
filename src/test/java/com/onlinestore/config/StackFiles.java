package com.onlinestore.config;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/** Reads what stands under {@code online-store:store}, as Pulumi passes it. */
final class StackFiles {

  /** A stack that is in no cloud. */
  static final CloudPlace NOWHERE = new CloudPlace("online-store-test", "", "", "");

  private StackFiles() {}

  static StackSettings read(String yaml, CloudPlace place) {
    try {
      String json = new ObjectMapper().writeValueAsString(new YAMLMapper().readTree(yaml));
      return StackFile.read(
              List.of("online-store:store"),
              List.of(),
              key -> key.equals("store") ? Optional.of(json) : Optional.empty(),
              place)
          .settings();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
