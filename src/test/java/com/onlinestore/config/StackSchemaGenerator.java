package com.onlinestore.config;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.victools.jsonschema.generator.CustomDefinition;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaGenerationContext;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import com.github.victools.jsonschema.module.jackson.JacksonModule;
import com.github.victools.jsonschema.module.jackson.JacksonOption;
import com.github.victools.jsonschema.module.jakarta.validation.JakartaValidationModule;
import com.github.victools.jsonschema.module.jakarta.validation.JakartaValidationOption;
import com.onlinestore.components.service.Call;
import com.onlinestore.components.settings.Checks;
import com.onlinestore.components.settings.Image;
import com.onlinestore.components.settings.TimeSpan;
import io.fabric8.kubernetes.api.model.Quantity;
import java.util.Map;

/** Makes the schema of a stack file from the settings records. */
final class StackSchemaGenerator {

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final String QUANTITY = "^[0-9]+(\\.[0-9]+)?(m|k|M|G|T|Ki|Mi|Gi|Ti)?$";

  /** A value that stands in for a required one that is missing, by the end of its path. */
  private static final Map<String, String> EXAMPLES =
      Map.of(
          "secret", "orders-db",
          "key", "url",
          "host", "api.example.com",
          "path", "/orders",
          "service", "orders",
          "namespace", "tracing");

  private StackSchemaGenerator() {}

  /** The schema of the whole file, as shipped. */
  static ObjectNode schema() {
    ObjectNode document = MAPPER.createObjectNode();
    document.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    document.put("title", "A stack file of the online store: Pulumi.<stack>.yaml");
    document.put("type", "object");
    ObjectNode config = document.putObject("properties").putObject("config").put("type", "object");
    ObjectNode keys = config.putObject("properties");
    ObjectNode store = generator().generateSchema(StackSettings.class);
    store.remove("$schema");
    store.put("description", "The store of this environment.");
    keys.set("online-store:store", store);
    text(
        keys,
        "online-store:chartMirror",
        "oci://…, https://… or a folder of packaged charts that replaces every public chart repository.");
    text(
        keys,
        "online-store:imageMirror",
        "A registry, host[:port][/path], that replaces the registry of every image.");
    keys.putObject("online-store:grafanaAdminPassword")
        .put(
            "description",
            "Password of Grafana's administrator; set it with pulumi config set --secret. Default: the chart makes one up.");
    config
        .putObject("patternProperties")
        .put("^online-store:(?!(store|chartMirror|imageMirror|grafanaAdminPassword)$)", false);
    return document;
  }

  private static void text(ObjectNode keys, String key, String description) {
    keys.putObject(key).put("type", "string").put("description", description);
  }

  private static SchemaGenerator generator() {
    SchemaGeneratorConfigBuilder config =
        new SchemaGeneratorConfigBuilder(
                MAPPER, SchemaVersion.DRAFT_2020_12, OptionPreset.PLAIN_JSON)
            .with(Option.FORBIDDEN_ADDITIONAL_PROPERTIES_BY_DEFAULT)
            .with(Option.MAP_VALUES_AS_ADDITIONAL_PROPERTIES)
            .with(Option.INLINE_ALL_SCHEMAS)
            .with(
                new JacksonModule(
                    JacksonOption.RESPECT_JSONPROPERTY_REQUIRED,
                    JacksonOption.FLATTENED_ENUMS_FROM_JSONPROPERTY))
            .with(new JakartaValidationModule(JakartaValidationOption.INCLUDE_PATTERN_EXPRESSIONS));
    config
        .forTypesInGeneral()
        .withCustomDefinitionProvider(
            (type, context) -> {
              if (type.getErasedType() == Quantity.class) {
                return pattern(QUANTITY, "must be an amount such as 250m, 1 or 128Mi");
              }
              if (type.getErasedType() == TimeSpan.class) {
                return pattern(TimeSpan.PATTERN, "must be a time such as 500ms, 15s, 5m or 15d");
              }
              if (type.getErasedType() == Image.class) {
                return pattern(Image.PATTERN, Image.RULE);
              }
              return type.getErasedType() == Call.class ? call(context) : null;
            });
    config
        .forFields()
        .withInstanceAttributeOverride(
            (node, field, context) -> {
              explain(node);
              if (field.getAnnotation(com.fasterxml.jackson.annotation.JsonProperty.class)
                  != null) {
                example(node, field.getDeclaredName(), field.getType().getErasedType());
              }
            });
    return new SchemaGenerator(config.build());
  }

  private static CustomDefinition pattern(String pattern, String message) {
    ObjectNode node = MAPPER.createObjectNode();
    node.put("type", "string").put("pattern", pattern).put("patternErrorMessage", message);
    return new CustomDefinition(node, true);
  }

  /** A name alone, or a group with the methods. */
  private static CustomDefinition call(SchemaGenerationContext context) {
    ObjectNode node = MAPPER.createObjectNode();
    node.putArray("type").add("string").add("object");
    ObjectNode properties = node.putObject("properties");
    properties.putObject("service").put("type", "string").putArray("examples").add("orders");
    ObjectNode methods = properties.putObject("methods").put("type", "array");
    methods.set(
        "items",
        context.createStandardDefinition(
            context.getTypeContext().resolve(Call.HttpMethod.class), null));
    node.putArray("required").add("service");
    node.put("additionalProperties", false);
    return new CustomDefinition(node, true);
  }

  private static void explain(ObjectNode node) {
    String message =
        switch (node.path("pattern").asText()) {
          case Checks.DNS_LABEL, Checks.SERVICE_NAME ->
              "must be a Kubernetes name: lower-case letters, digits and dashes";
          case Checks.PATH -> "must be a path that begins with / and does not end with one";
          case Checks.HOST -> "must be a host name, such as store.example.com or *.example.com";
          default -> null;
        };
    if (message != null) {
      node.put("patternErrorMessage", message);
    }
  }

  private static void example(ObjectNode node, String name, Class<?> type) {
    if (type == Image.class) {
      node.putArray("examples").add("ghcr.io/acme/orders:1.4.2");
    } else if (name.equals("hosts")) {
      node.putArray("examples").addArray().add("store.example.com");
    } else if (name.equals("routes")) {
      node.putArray("examples").addArray().addObject().put("path", "/").put("service", "orders");
    } else if (EXAMPLES.containsKey(name)) {
      node.putArray("examples").add(EXAMPLES.get(name));
    }
  }
}
