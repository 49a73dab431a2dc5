package com.onlinestore.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.onlinestore.SchemaText;
import com.pulumi.core.annotations.Export;
import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PackageSchemaTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path SHIPPED = Path.of("main/resources" + PackageSchema.RESOURCE);

  @Test
  void theShippedSchemaIsTheOneOfTheSettingsRecords() throws IOException {
    JsonNode schema = PackageSchemaGenerator.schema();
    String generated = SchemaText.of(schema);
    if (Boolean.getBoolean("plugin.schema.update")) {
      Files.writeString(SHIPPED, generated);
    }
    String shipped = Files.readString(SHIPPED);
    assertThat(PackageChange.breaks(JSON.readTree(shipped), schema))
        .as(
            "This breaks stacks in other languages. Keep what they use beside what is new, or write"
                + " the schema anew (mvn verify -Dplugin.schema.update=true), tell it under Changed"
                + " in the changelog, and raise the version: the minor one before 1.0, the major one"
                + " after")
        .isEmpty();
    assertThat(shipped.lines())
        .as(
            "What other languages see changed, and breaks no stack of theirs; mvn verify"
                + " -Dplugin.schema.update=true writes the schema anew")
        .containsExactlyElementsOf(generated.lines().toList());
  }

  /**
   * The engine takes what a component exports, and nobody tells a language that it is not there.
   */
  @Test
  void theOutputsAreThoseThatComponentsExport() throws IOException {
    JsonNode resources = PackageSchemaGenerator.schema().get("resources");
    Map<String, Class<?>> components =
        Map.of(
            ClusterComponent.TYPE, ClusterComponent.class,
            PlatformComponent.TYPE, PlatformComponent.class,
            StoreComponent.TYPE, StoreComponent.class);

    assertThat(resources.fieldNames()).toIterable().hasSameElementsAs(components.keySet());
    components.forEach(
        (type, component) ->
            assertThat(resources.path(type).path("properties").fieldNames())
                .as(type)
                .toIterable()
                .containsExactlyInAnyOrderElementsOf(exported(component)));
  }

  private static List<String> exported(Class<?> component) {
    return Arrays.stream(component.getDeclaredFields())
        .filter(field -> field.isAnnotationPresent(Export.class))
        .map(Field::getName)
        .toList();
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
