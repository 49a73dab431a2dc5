package com.onlinestore.plan;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** What stands in a stack file as another word on what the program generates. */
final class OverrideTable {

  private static final String ANNOTATION = "/metadata/annotations/online-store~1override";

  private OverrideTable() {}

  static List<String> lines(Plan plan, List<Manifest> manifests) {
    TextTable table = new TextTable("what", "reason, and what is set");
    manifests.stream()
        .filter(object -> object.content().at(ANNOTATION).isTextual())
        .forEach(
            object ->
                table.add(
                    object.kind() + " " + object.path(), object.content().at(ANNOTATION).asText()));
    plan.resources().stream()
        .filter(PlannedRelease::isRelease)
        .map(PlannedResource::inputs)
        .filter(release -> release.path("description").isTextual())
        .forEach(release -> add(table, release));
    return table.lines();
  }

  private static void add(TextTable table, JsonNode release) {
    table.add(
        "Release %s/%s"
            .formatted(release.path("namespace").asText(), release.path("name").asText()),
        release.path("description").asText());
  }
}
