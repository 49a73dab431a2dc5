package com.onlinestore.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.onlinestore.SchemaText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PackageSchemaTest {

  private static final Path SHIPPED = Path.of("main/resources" + PackageSchema.RESOURCE);

  @Test
  void theShippedSchemaIsTheOneOfTheSettingsRecords() throws IOException {
    String generated = SchemaText.of(PackageSchemaGenerator.schema());
    if (Boolean.getBoolean("plugin.schema.update")) {
      Files.writeString(SHIPPED, generated);
    }
    assertThat(Files.readString(SHIPPED).lines())
        .as(
            "what other languages see changed: a stack of theirs may not compile any more; mvn"
                + " verify -Dplugin.schema.update=true writes the schema anew")
        .containsExactlyElementsOf(generated.lines().toList());
  }

  @Test
  void everythingIsDescribed() throws IOException {
    JsonNode schema = PackageSchemaGenerator.schema();
    List<String> silent = new ArrayList<>();
    for (String group : List.of("resources", "types")) {
      schema
          .get(group)
          .properties()
          .forEach(
              each -> {
                collectSilent(each.getKey(), each.getValue().path("inputProperties"), silent);
                collectSilent(each.getKey(), each.getValue().path("properties"), silent);
              });
    }
    assertThat(silent).isEmpty();
  }

  private static void collectSilent(String of, JsonNode properties, List<String> silent) {
    properties
        .properties()
        .forEach(
            property -> {
              if (!property.getValue().hasNonNull("description")) {
                silent.add(of + "." + property.getKey());
              }
            });
  }
}
