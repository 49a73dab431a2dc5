package com.onlinestore.review.difference;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What is known of a type.
 *
 * @param replace paths whose change replaces it
 * @param unlessProviderSays the same, by the provider's input that switches it off
 * @param sometimes conditions by path
 * @param effects what an update does to what runs, by path
 * @param newVersionUnless paths whose change makes no new version; empty where there are none
 * @param refusal what its cloud refuses to change
 * @param data what is lost with it
 */
record Facts(
    List<PropertyPath> replace,
    Map<String, List<PropertyPath>> unlessProviderSays,
    Map<PropertyPath, String> sometimes,
    Map<PropertyPath, String> effects,
    List<PropertyPath> newVersionUnless,
    Optional<Refusal> refusal,
    Optional<String> data) {

  static Facts of(JsonNode entry) {
    Map<String, List<PropertyPath>> unless = new TreeMap<>();
    entry
        .path("unlessProviderSays")
        .properties()
        .forEach(each -> unless.put(each.getKey(), paths(each.getValue())));
    JsonNode refuses = entry.path("refuses");
    return new Facts(
        paths(entry.path("replace")),
        unless,
        texts(entry.path("sometimes")),
        texts(entry.path("effects")),
        paths(entry.path("newVersionUnless")),
        refuses.isMissingNode()
            ? Optional.empty()
            : Optional.of(
                new Refusal(
                    paths(refuses.path("at")),
                    refuses.path("through").asText(),
                    refuses.path("so").asText())),
        Optional.ofNullable(entry.path("why").textValue()));
  }

  List<PropertyPath> unless(JsonNode provider) {
    return unlessProviderSays.entrySet().stream()
        .filter(each -> !provider.path(each.getKey()).asBoolean())
        .flatMap(each -> each.getValue().stream())
        .toList();
  }

  private static Map<PropertyPath, String> texts(JsonNode byPath) {
    Map<PropertyPath, String> texts = new LinkedHashMap<>();
    byPath
        .properties()
        .forEach(each -> texts.put(PropertyPath.parse(each.getKey()), each.getValue().asText()));
    return texts;
  }

  private static List<PropertyPath> paths(JsonNode list) {
    List<PropertyPath> paths = new ArrayList<>();
    list.forEach(path -> paths.add(PropertyPath.parse(path.asText())));
    return paths;
  }
}
