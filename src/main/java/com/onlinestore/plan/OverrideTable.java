package com.onlinestore.plan;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What stands in a stack file as another word on what the program generates. */
final class OverrideTable {

  /** The output in which the program tells all of them; a resource of a cloud says nothing. */
  private static final String OUTPUT = "overrides";

  private static final String ANNOTATION = "/metadata/annotations/online-store~1override";

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final TypeReference<Map<String, String>> NOTES = new TypeReference<>() {};

  private OverrideTable() {}

  static List<Deviation> of(Plan plan, List<Manifest> manifests) {
    Map<String, String> notes = new TreeMap<>(told(plan.outputs().get(OUTPUT)).orElse(Map.of()));
    manifests.stream()
        .filter(object -> object.content().at(ANNOTATION).isTextual())
        .forEach(
            object ->
                notes.put(
                    object.kind() + " " + object.path(), object.content().at(ANNOTATION).asText()));
    plan.resources().stream()
        .filter(PlannedRelease::isRelease)
        .map(PlannedResource::inputs)
        .filter(release -> release.path("description").isTextual())
        .forEach(release -> notes.put(name(release), release.path("description").asText()));
    return notes.entrySet().stream()
        .map(each -> new Deviation(each.getKey(), each.getValue()))
        .toList();
  }

  static List<String> lines(List<Deviation> deviations) {
    TextTable table = new TextTable("what", "reason, and what is set");
    deviations.forEach(each -> table.add(each.what(), each.note()));
    return table.lines();
  }

  /** Whether an output is what {@link #lines} shows; another program may call its own the same. */
  static boolean has(String name, Object value) {
    return name.equals(OUTPUT) && told(value).isPresent();
  }

  private static Optional<Map<String, String>> told(Object output) {
    try {
      return output instanceof String text
          ? Optional.of(JSON.readValue(text, NOTES))
          : Optional.empty();
    } catch (JsonProcessingException ofAnotherProgram) {
      return Optional.empty();
    }
  }

  private static String name(JsonNode release) {
    return "Release %s/%s"
        .formatted(release.path("namespace").asText(), release.path("name").asText());
  }
}
