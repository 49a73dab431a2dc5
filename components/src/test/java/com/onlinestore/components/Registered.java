package com.onlinestore.components;

import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import pulumirpc.AliasOuterClass.Alias;
import pulumirpc.Resource.RegisterResourceRequest;

/**
 * One resource as a component asks the engine for it.
 *
 * @param parent name of its parent
 * @param dependencies names of the resources that must exist first, in order
 * @param provider name of its provider; empty where it takes the default one
 * @param version release of the provider's plugin; empty where it says none
 * @param protect whether the engine refuses to delete it; where it does not say, as its parent
 * @param retained whether a destroy leaves it in the cloud
 * @param aliases names it had before, or whole URNs
 * @param adopts what is there already and is taken over; empty where it is created
 * @param ignoreChanges inputs of which only the creation takes notice
 * @param inputs whole numbers as integers; a secret as a map with the one key {@code secret}
 */
public record Registered(
    String type,
    String name,
    String parent,
    List<String> dependencies,
    String provider,
    String version,
    boolean protect,
    boolean retained,
    List<String> aliases,
    String adopts,
    List<String> ignoreChanges,
    Map<String, Object> inputs) {

  private static final String SIGNATURE = "4dabf18193072939515e22adb298388d";
  private static final String SECRET = "1b47061264138c4ac30d75fd1eb44270";

  static Registered of(RegisterResourceRequest request, boolean protectedParent) {
    return new Registered(
        request.getType(),
        request.getName(),
        nameOf(request.getParent()),
        request.getDependenciesList().stream().map(Registered::nameOf).sorted().toList(),
        nameOf(request.getProvider().replaceAll("::[^:]*$", "")),
        request.getVersion(),
        request.hasProtect() ? request.getProtect() : protectedParent,
        request.getRetainOnDelete(),
        request.getAliasesList().stream().map(Registered::alias).toList(),
        request.getImportId(),
        List.copyOf(request.getIgnoreChangesList()),
        map(request.getObject()));
  }

  @Override
  public String toString() {
    return type + " " + name;
  }

  private static String alias(Alias alias) {
    return alias.hasSpec() ? alias.getSpec().getName() : alias.getUrn();
  }

  private static String nameOf(String urn) {
    return urn.substring(urn.lastIndexOf("::") < 0 ? 0 : urn.lastIndexOf("::") + 2);
  }

  private static Map<String, Object> map(Struct struct) {
    Map<String, Object> map = new LinkedHashMap<>();
    struct.getFieldsMap().forEach((key, value) -> map.put(key, plain(value)));
    if (SECRET.equals(map.remove(SIGNATURE))) {
      return Map.of("secret", map.get("value"));
    }
    return map;
  }

  private static Object plain(Value value) {
    return switch (value.getKindCase()) {
      case STRUCT_VALUE -> map(value.getStructValue());
      case LIST_VALUE ->
          value.getListValue().getValuesList().stream().map(Registered::plain).toList();
      case NUMBER_VALUE -> number(value.getNumberValue());
      case STRING_VALUE -> value.getStringValue();
      case BOOL_VALUE -> value.getBoolValue();
      default -> null;
    };
  }

  private static Object number(double value) {
    return value == (int) value ? (Object) (int) value : value;
  }
}
