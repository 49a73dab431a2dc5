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
import com.onlinestore.components.service.ExternalHost;
import com.onlinestore.components.service.SecretReference;
import com.onlinestore.components.service.ServiceSettings;
import com.onlinestore.components.settings.Checks;
import com.onlinestore.components.settings.Image;
import com.onlinestore.components.settings.TimeSpan;
import io.fabric8.kubernetes.api.model.Quantity;
import java.util.List;
import java.util.Map;

/** Makes the schema of a stack file from the settings records. */
final class StackSchemaGenerator {

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final String QUANTITY =
      "^(?!0+(\\.0*)?[a-zA-Z]*$)[0-9]+(\\.[0-9]+)?(m|k|M|G|T|Ki|Mi|Gi|Ti)?$";

  /** For each pattern what a person should write, and a value that fits. */
  private static final Map<String, List<String>> PATTERNS =
      Map.of(
          Checks.DNS_LABEL,
              List.of("must be a Kubernetes name: lower-case letters, digits and dashes", "store"),
          Checks.SERVICE_NAME,
              List.of(
                  "must be a service's name: lower-case letters, digits and dashes, a letter first",
                  "example-service"),
          Checks.PATH,
              List.of("must be a path that begins with / and does not end with one", "/example"),
          Checks.HOST,
              List.of(
                  "must be a host name, such as store.example.com or *.example.com",
                  "store.example.com"),
          ExternalHost.NAME,
              List.of("must be a host name, such as api.example.com", "api.example.com"),
          ExternalHost.CIDR,
              List.of("must be an address range, such as 10.20.0.0/16", "10.20.0.0/16"),
          ServiceSettings.FOLDER,
              List.of("must be an absolute path of a folder, such as /data", "/data"),
          SecretReference.NAME,
              List.of("must be the name of a Secret, such as orders-db", "orders-db"),
          SecretReference.KEY, List.of("must be a key of a Secret, such as url", "url"));

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
                return quantity();
              }
              if (type.getErasedType() == TimeSpan.class) {
                return pattern(
                    TimeSpan.PATTERN, "must be a time such as 500ms, 15s, 5m or 15d", "15s");
              }
              if (type.getErasedType() == Image.class) {
                return pattern(Image.PATTERN, Image.RULE, "ghcr.io/acme/orders:1.4.2");
              }
              return type.getErasedType() == Call.class ? call(context) : null;
            });
    config
        .forFields()
        .withInstanceAttributeOverride(
            (node, field, context) -> {
              explain(node);
              explain((ObjectNode) node.get("items"));
              if (field.getDeclaredName().equals("hosts")) {
                node.putArray("examples").addArray().add("store.example.com");
              } else if (field.getDeclaredName().equals("routes")) {
                node.putArray("examples")
                    .addArray()
                    .addObject()
                    .put("path", "/")
                    .put("service", "example-service");
              }
            });
    return new SchemaGenerator(config.build());
  }

  private static CustomDefinition pattern(String pattern, String message, String example) {
    ObjectNode node = MAPPER.createObjectNode();
    node.put("type", "string").put("pattern", pattern).put("patternErrorMessage", message);
    node.putArray("examples").add(example);
    return new CustomDefinition(node, true);
  }

  /** YAML reads {@code cpu: 1} as a number, which is what a person means. */
  private static CustomDefinition quantity() {
    CustomDefinition definition =
        pattern(QUANTITY, "must be an amount above 0, such as 250m, 1 or 128Mi", "128Mi");
    definition.getValue().putArray("type").add("string").add("number");
    definition.getValue().put("exclusiveMinimum", 0);
    return definition;
  }

  /** A name alone, or a group with the methods. */
  private static CustomDefinition call(SchemaGenerationContext context) {
    ObjectNode node = MAPPER.createObjectNode();
    node.putArray("type").add("string").add("object");
    ObjectNode properties = node.putObject("properties");
    ObjectNode service = properties.putObject("service").put("type", "string");
    service.put("pattern", Checks.SERVICE_NAME);
    service.put("description", "Name of the service that is called.");
    explain(service);
    node.put("pattern", Checks.SERVICE_NAME);
    explain(node);
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
    List<String> explanation = node == null ? null : PATTERNS.get(node.path("pattern").asText());
    if (explanation != null) {
      node.put("patternErrorMessage", explanation.get(0));
      node.putArray("examples").add(explanation.get(1));
    }
  }
}
