package com.onlinestore.plan;

import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import com.pulumi.core.internal.Constants;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** How the engine's protocol writes secrets: an object with a signature around the value. */
final class WireValues {

  private WireValues() {}

  /** The signature of a special value; empty for ordinary objects and everything else. */
  static String signature(Value value) {
    return value
        .getStructValue()
        .getFieldsOrDefault(Constants.SpecialSigKey, Value.getDefaultInstance())
        .getStringValue();
  }

  /** The value marked as secret; as it is where it already was. */
  static Value secret(Value value) {
    if (isSecret(value)) {
      return value;
    }
    return Value.newBuilder()
        .setStructValue(
            Struct.newBuilder()
                .putFields(Constants.SpecialSigKey, text(Constants.SpecialSecretSig))
                .putFields(Constants.SecretValueName, value))
        .build();
  }

  /** The value without a mark around it; marks further inside stay. */
  static Value plain(Value value) {
    return isSecret(value)
        ? value.getStructValue().getFieldsOrThrow(Constants.SecretValueName)
        : value;
  }

  /** The object with each field changed; keys stay. */
  static Value mapFields(Value object, UnaryOperator<Value> change) {
    Struct.Builder changed = Struct.newBuilder();
    object
        .getStructValue()
        .getFieldsMap()
        .forEach((key, value) -> changed.putFields(key, change.apply(value)));
    return Value.newBuilder().setStructValue(changed).build();
  }

  /** Every text in the value, however deep, but for the signatures. */
  static Stream<String> texts(Value value) {
    return switch (value.getKindCase()) {
      case STRING_VALUE -> Stream.of(value.getStringValue());
      case LIST_VALUE -> value.getListValue().getValuesList().stream().flatMap(WireValues::texts);
      case STRUCT_VALUE ->
          value.getStructValue().getFieldsMap().entrySet().stream()
              .filter(field -> !field.getKey().equals(Constants.SpecialSigKey))
              .flatMap(field -> texts(field.getValue()));
      default -> Stream.empty();
    };
  }

  static Value text(String text) {
    return Value.newBuilder().setStringValue(text).build();
  }

  private static boolean isSecret(Value value) {
    return signature(value).equals(Constants.SpecialSecretSig);
  }
}
