package com.onlinestore.config;

import com.fasterxml.classmate.ResolvedType;
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
import com.onlinestore.components.cluster.AccessSettings;
import com.onlinestore.components.cluster.Cidr;
import com.onlinestore.components.cluster.ExistingClusterSettings;
import com.onlinestore.components.cluster.Taint;
import com.onlinestore.components.cluster.aws.EksSettings;
import com.onlinestore.components.cluster.aws.NodeGroupSettings;
import com.onlinestore.components.cluster.gcp.GkeSettings;
import com.onlinestore.components.cluster.gcp.MaintenanceWindow;
import com.onlinestore.components.cluster.gcp.NodePoolSettings;
import com.onlinestore.components.gateway.CorsSettings;
import com.onlinestore.components.gateway.TokenSettings;
import com.onlinestore.components.kubernetes.OverrideSettings;
import com.onlinestore.components.mesh.RevisionSettings;
import com.onlinestore.components.observability.LogBucket;
import com.onlinestore.components.observability.ObservabilitySettings;
import com.onlinestore.components.observability.alerts.AlertSettings;
import com.onlinestore.components.observability.alerts.EmailSettings;
import com.onlinestore.components.observability.alerts.SlackSettings;
import com.onlinestore.components.service.Call;
import com.onlinestore.components.service.ExternalHost;
import com.onlinestore.components.service.RequestMatch;
import com.onlinestore.components.service.ServicePort;
import com.onlinestore.components.service.ServiceSettings;
import com.onlinestore.components.settings.Checks;
import com.onlinestore.components.settings.Image;
import com.onlinestore.components.settings.TimeSpan;
import com.onlinestore.policy.Rule;
import com.onlinestore.policy.Waiver;
import io.fabric8.kubernetes.api.model.Quantity;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Makes the schema of a stack file from the settings records. */
final class StackSchemaGenerator {

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final String QUANTITY =
      "^(?!0+(\\.0*)?[a-zA-Z]*$)[0-9]+(\\.[0-9]+)?(m|k|M|G|T|Ki|Mi|Gi|Ti)?$";

  /** With what Pulumi adds to a day without quotes. */
  private static final String DAY =
      "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])( 00:00:00 \\+0000 UTC)?$";

  /** Of lists of text that must not be empty, an entry that fits. */
  private static final Map<String, String> ENTRIES =
      Map.of(
          "hosts",
          "store.example.com",
          "audiences",
          "store",
          "origins",
          "https://shop.example.com",
          "to",
          "store@example.com");

  /** For each pattern what a person should write, and a value that fits. */
  private static final Map<String, List<String>> PATTERNS =
      Map.ofEntries(
          entry(
              OverrideSettings.OBJECT,
              "must be a kind and a name, with its namespace where it has one, such as Deployment"
                  + " store/orders-v1",
              "Deployment store/orders-v1"),
          entry(
              OverrideSettings.ID,
              "must be text without spaces, such as eipalloc-0123456789abcdef0",
              "eipalloc-0123456789abcdef0"),
          entry(
              Checks.DNS_LABEL,
              "must be a Kubernetes name: lower-case letters, digits and dashes",
              "store"),
          entry(
              Checks.SERVICE_NAME,
              "must be a service's name: lower-case letters, digits and dashes, a letter first",
              "example-service"),
          entry(
              Checks.PATH,
              "must be a path that begins with / and does not end with one",
              "/example"),
          entry(
              Checks.HOST,
              "must be a host name, such as store.example.com or *.example.com",
              "store.example.com"),
          entry(
              TokenSettings.URL,
              "must be an https address, such as https://id.example.com/",
              "https://id.example.com/"),
          entry(TokenSettings.AUDIENCE, "must be text without spaces, such as store", "store"),
          entry(
              CorsSettings.ORIGIN,
              "must be an origin without a path, such as https://shop.example.com, or *",
              "https://shop.example.com"),
          entry(
              CorsSettings.HEADER,
              "must be a header's name, such as authorization",
              "authorization"),
          entry(
              ExternalHost.NAME, "must be a host name, such as api.example.com", "api.example.com"),
          entry(
              ExternalHost.CIDR, "must be an address range, such as 10.20.0.0/16", "10.20.0.0/16"),
          entry(
              ServiceSettings.FOLDER,
              "must be an absolute path of a folder, such as /data",
              "/data"),
          entry(
              ObservabilitySettings.URL,
              "must be an address such as http://prometheus.monitoring.svc:9090",
              "http://prometheus.monitoring.svc:9090"),
          entry(
              LogBucket.URL,
              "must be a bucket such as s3://acme-logs or gs://acme-logs",
              "s3://acme-logs"),
          entry(Checks.SECRET, "must be the name of a Secret, such as orders-db", "orders-db"),
          entry(
              ServicePort.NAME,
              "must be a port's name: lower-case letters, digits and single dashes, at most 15",
              "admin"),
          entry(
              Call.PATHS,
              "must be a path such as /items, or with a star at its end such as /items/*",
              "/items/*"),
          entry(
              RequestMatch.HEADER,
              "must be a header's name in lower case, such as x-beta",
              "x-beta"),
          entry(RequestMatch.COOKIE, "must be a cookie's name, such as beta", "beta"),
          entry(
              RequestMatch.VALUE,
              "must be letters, digits and _ . : / + = - only, at most 200",
              "example"),
          entry(
              Checks.REASON,
              "must be a reason in a few words (12 to 200 characters on one line)",
              "an example of a reason"),
          entry(
              AlertSettings.ADDRESS,
              "must be an address, such as https://runbooks.example.com",
              "https://runbooks.example.com"),
          entry(SlackSettings.CHANNEL, "must be a channel in quotes, such as \"#store\"", "#store"),
          entry(
              EmailSettings.ADDRESS,
              "must be a mail address, such as store@example.com",
              "store@example.com"),
          entry(
              EmailSettings.SMARTHOST,
              "must be a server and its port, such as smtp.example.com:587",
              "smtp.example.com:587"),
          entry(
              Rule.ID,
              "must be the id of a rule, such as exposure/plain-http",
              "exposure/plain-http"),
          entry(
              Waiver.RESOURCE,
              "must be a kind and a name, such as Deployment store/orders-v1 or Deployment store/*",
              "Deployment store/*"),
          entry(
              Waiver.OWNER,
              "must be a team or a person without spaces, such as store-team",
              "store-team"),
          entry(Checks.SECRET_KEY, "must be a key of a Secret, such as url", "url"),
          entry(Cidr.PATTERN, "must be an address range, such as 10.20.0.0/16", "10.20.0.0/16"),
          entry(
              AccessSettings.PROXY,
              "must be a proxy without credentials, such as http://localhost:8888",
              "http://localhost:8888"),
          entry(
              ExistingClusterSettings.VERSION,
              "must be a minor version of Kubernetes in quotes, such as \"1.35\"",
              "1.35"),
          entry(RevisionSettings.VERSION, "must be a version of Istio, such as 1.30.3", "1.30.3"),
          entry(
              Taint.KEY, "must be the key of a taint, such as example.com/gpu", "example.com/gpu"),
          entry(Taint.VALUE, "must be the value of a taint, such as batch", "batch"),
          entry(
              Ownership.NAME,
              "must be lower-case letters, digits, underscores and dashes, at most 63",
              "store-team"),
          entry(
              EksSettings.ROLE,
              "must be the ARN of a role, such as arn:aws:iam::111122223333:role/deployer",
              "arn:aws:iam::111122223333:role/deployer"),
          entry(GkeSettings.ZONE, "must be a zone, such as europe-west1-b", "europe-west1-b"),
          entry(
              MaintenanceWindow.TIME,
              "must be a time of day in quotes, such as \"03:00\"",
              "03:00"),
          entry(
              NodePoolSettings.MACHINE_TYPE,
              "must be a machine type, such as n2d-standard-4",
              "n2d-standard-4"),
          entry(
              NodeGroupSettings.INSTANCE_TYPE,
              "must be an instance type from medium on, such as m7g.large",
              "m7i.large"));

  private static Map.Entry<String, List<String>> entry(
      String pattern, String message, String example) {
    return Map.entry(pattern, List.of(message, example));
  }

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
    SchemaGeneratorConfigBuilder config = configuration();
    config.forTypesInGeneral().withCustomDefinitionProvider(StackSchemaGenerator::custom);
    return new SchemaGenerator(config.build());
  }

  private static SchemaGeneratorConfigBuilder configuration() {
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
        .forFields()
        .withInstanceAttributeOverride(
            (node, field, context) -> {
              explain(node);
              explain((ObjectNode) node.get("items"));
              // An entry of the list is no list: as its stand-in one would never fit.
              if (field.isFakeContainerItemScope()) {
                return;
              }
              String example = ENTRIES.get(field.getDeclaredName());
              if (example != null) {
                node.putArray("examples").addArray().add(example);
              } else if (field.getDeclaredName().equals("routes")) {
                node.putArray("examples")
                    .addArray()
                    .addObject()
                    .put("path", "/")
                    .put("service", "example-service");
              }
            });
    return config;
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

  private static CustomDefinition custom(ResolvedType type, SchemaGenerationContext context) {
    if (type.getErasedType() == Quantity.class) {
      return quantity();
    }
    if (type.getErasedType() == TimeSpan.class) {
      return pattern(TimeSpan.PATTERN, "must be a time such as 500ms, 15s, 5m or 15d", "15s");
    }
    if (type.getErasedType() == LocalDate.class) {
      return pattern(DAY, "must be a day, such as 2027-03-31", "2027-03-31");
    }
    if (type.getErasedType() == Image.class) {
      return pattern(Image.PATTERN, Image.RULE, "ghcr.io/acme/orders:1.4.2");
    }
    return type.getErasedType() == Call.class ? call(type) : null;
  }

  /** A name alone, or a group. */
  private static CustomDefinition call(ResolvedType type) {
    ObjectNode node = new SchemaGenerator(configuration().build()).generateSchema(type);
    node.remove("$schema");
    node.putArray("type").add("string").add("object");
    node.put("pattern", Checks.SERVICE_NAME);
    explain(node);
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
