package com.onlinestore.plugin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What a change of the package means for stacks in other languages. */
final class PackageChange {

  private static final String REQUIRED = " is required";

  private PackageChange() {}

  /** What is gone or of another type now, and what is asked for that was not. */
  static Set<String> breaks(JsonNode promised, JsonNode now) {
    Set<String> before = lines(promised);
    Set<String> after = lines(now);
    Set<String> breaks = new TreeSet<>();
    before.stream()
        .filter(line -> !line.endsWith(REQUIRED) && !after.contains(line))
        .forEach(line -> breaks.add(line + " is gone"));
    after.stream()
        .filter(line -> line.endsWith(REQUIRED) && !before.contains(line))
        .filter(line -> before.contains(line.substring(0, line.indexOf('.'))))
        .forEach(breaks::add);
    return breaks;
  }

  private static Set<String> lines(JsonNode schema) {
    Set<String> lines = new TreeSet<>();
    for (String group : List.of("resources", "types")) {
      schema
          .path(group)
          .properties()
          .forEach(
              each -> {
                String name = each.getKey();
                lines.add(name);
                add(lines, name + ".", each.getValue(), "properties", "required");
                add(lines, name + ".inputs.", each.getValue(), "inputProperties", "requiredInputs");
              });
    }
    return lines;
  }

  private static void add(
      Set<String> lines, String of, JsonNode type, String properties, String required) {
    type.path(properties)
        .properties()
        .forEach(each -> lines.add(of + each.getKey() + ": " + silent(each.getValue())));
    type.path(required).forEach(name -> lines.add(of + name.asText() + REQUIRED));
  }

  /** The type without what is said of it. */
  private static JsonNode silent(JsonNode type) {
    JsonNode silent = type.deepCopy();
    silent.findParents("description").forEach(each -> ((ObjectNode) each).remove("description"));
    return silent;
  }
}
