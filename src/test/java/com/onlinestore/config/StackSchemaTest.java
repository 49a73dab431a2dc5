package com.onlinestore.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.onlinestore.SchemaText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class StackSchemaTest {

  private static final Path SHIPPED = Path.of("main/resources" + StackSchema.RESOURCE);

  @Test
  void theShippedSchemaIsTheOneOfTheSettingsRecords() throws IOException {
    String generated = SchemaText.of(StackSchemaGenerator.schema());
    if (Boolean.getBoolean("schema.update")) {
      Files.writeString(SHIPPED, generated);
    }
    assertThat(Files.readString(SHIPPED).lines())
        .as("the settings records changed; mvn verify -Dschema.update=true writes the schema anew")
        .containsExactlyElementsOf(generated.lines().toList());
  }
}
