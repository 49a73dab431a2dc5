package com.onlinestore.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import com.pulumi.core.internal.Constants;
import java.util.TreeMap;

/**
 * Turns the engine's wire values into what a person may see: sorted keys, whole numbers as
 * integers, {@code <computed>} for what only the deployment knows, {@code <secret>} for what nobody
 * may know.
 */
final class PropertyReader {

  // Beyond this a double no longer counts in ones, so an integer would claim a precision it lacks.
  private static final double LARGEST_WHOLE = 1L << 53;

  private final JsonNodeFactory nodes = JsonNodeFactory.instance;
  private final Secrets secrets;

  PropertyReader(Secrets secrets) {
    this.secrets = secrets;
  }

  /** An object node with sorted keys. */
  ObjectNode read(Struct properties) {
    ObjectNode object = nodes.objectNode();
    new TreeMap<>(properties.getFieldsMap())
        .forEach((key, value) -> object.set(secrets.maskValue(key), read(value)));
    return object;
  }

  private JsonNode read(Value value) {
    return switch (value.getKindCase()) {
      case STRING_VALUE -> text(value.getStringValue());
      case BOOL_VALUE -> nodes.booleanNode(value.getBoolValue());
      case NUMBER_VALUE -> number(value.getNumberValue());
      case LIST_VALUE -> list(value);
      case STRUCT_VALUE -> struct(value);
      default -> nodes.nullNode();
    };
  }

  private JsonNode text(String text) {
    return nodes.textNode(
        secrets.maskValue(text).replace(Constants.UnknownValue, PlannedResource.COMPUTED));
  }

  private JsonNode number(double number) {
    boolean whole = number == Math.rint(number) && Math.abs(number) <= LARGEST_WHOLE;
    return whole ? nodes.numberNode((long) number) : nodes.numberNode(number);
  }

  private JsonNode list(Value value) {
    ArrayNode array = nodes.arrayNode();
    value.getListValue().getValuesList().forEach(each -> array.add(read(each)));
    return array;
  }

  private JsonNode struct(Value value) {
    Struct struct = value.getStructValue();
    return switch (WireValues.signature(value)) {
      case Constants.SpecialSecretSig -> {
        WireValues.texts(value).forEach(secrets::add);
        yield nodes.textNode(PlannedResource.SECRET);
      }
      case Constants.SpecialResourceSig -> reference(struct);
      case Constants.SpecialOutputSig -> nodes.textNode(PlannedResource.COMPUTED);
      case Constants.SpecialAssetSig, Constants.SpecialArchiveSig ->
          read(struct.toBuilder().removeFields(Constants.SpecialSigKey).build());
      default -> read(struct);
    };
  }

  /** What a provider gets for a resource: its id, or the URN of a component, which has no id. */
  private JsonNode reference(Struct resource) {
    Value id = resource.getFieldsOrDefault(Constants.ResourceIdName, null);
    if (id == null) {
      return read(resource.getFieldsOrThrow(Constants.ResourceUrnName));
    }
    return id.getStringValue().isEmpty() ? nodes.textNode(PlannedResource.COMPUTED) : read(id);
  }
}
