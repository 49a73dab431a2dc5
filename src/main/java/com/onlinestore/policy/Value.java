package com.onlinestore.policy;

import com.fasterxml.jackson.databind.JsonNode;
import com.onlinestore.plan.Manifest;
import com.onlinestore.plan.PlannedResource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A value and where it stands, so that a rule that finds it wrong can say both.
 *
 * <p>The trap: an absent value is a {@code Value} too; ask {@link #exists} before a default
 * matters.
 *
 * @param path as in {@code spec.template.spec.containers[0].image}; empty for the whole
 * @param json missing where there is nothing
 */
public record Value(String path, JsonNode json) {

  private static final int SHOWN = 60;

  /** All inputs of a resource. */
  public static Value of(PlannedResource resource) {
    return new Value("", resource.inputs());
  }

  /** All of a Kubernetes object. */
  public static Value of(Manifest manifest) {
    return new Value("", manifest.content());
  }

  /** The value below, through one field after the other. */
  public Value at(String... fields) {
    Value value = this;
    for (String field : fields) {
      value = new Value(value.path(field), value.json.path(field));
    }
    return value;
  }

  /** The entries of the list below; none where there is no list. */
  public List<Value> each(String... fields) {
    Value list = at(fields);
    List<Value> all = new ArrayList<>();
    for (int i = 0; list.json.isArray() && i < list.json.size(); i++) {
      all.add(new Value(list.path + "[" + i + "]", list.json.get(i)));
    }
    return all;
  }

  /** Whether there is something, be it empty. */
  public boolean exists() {
    return !json.isMissingNode() && !json.isNull();
  }

  /** Whether it is true, also as text. */
  public boolean isTrue() {
    return json.asBoolean();
  }

  /** Whether it is false, also as text; an absent value is not. */
  public boolean isFalse() {
    return json.asText().equals("false");
  }

  /** As text; empty where there is none. */
  public String text() {
    return json.asText("");
  }

  /** The texts of a list, or the single one, as policies of clouds may write either. */
  public List<String> texts() {
    List<String> all = new ArrayList<>();
    if (json.isArray()) {
      json.forEach(each -> all.add(each.asText()));
    } else if (json.isValueNode() && exists()) {
      all.add(json.asText());
    }
    return all;
  }

  /** Fields that are text, such as labels. */
  public Map<String, String> map() {
    Map<String, String> map = new TreeMap<>();
    json.properties().forEach(field -> map.put(field.getKey(), field.getValue().asText()));
    return map;
  }

  /** A violation: path, value, and what is wrong with it. */
  public String is(String wrong, Object... arguments) {
    return "%s: %s, %s".formatted(path, shown(), wrong.formatted(arguments));
  }

  /** The violation where something is wrong, and none where it is not. */
  public List<String> wrongIf(boolean wrong, String what, Object... arguments) {
    return wrong ? List.of(is(what, arguments)) : List.of();
  }

  // Keys of labels have dots of their own.
  private String path(String field) {
    if (field.contains(".")) {
      return path + "[" + field + "]";
    }
    return path.isEmpty() ? field : path + "." + field;
  }

  private String shown() {
    if (!exists()) {
      return "unset";
    }
    String text = json.toString();
    return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
  }
}
