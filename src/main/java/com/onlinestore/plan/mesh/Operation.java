package com.onlinestore.plan.mesh;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;

/** What a rule of an AuthorizationPolicy says of requests. */
record Operation(JsonNode json) {

  private static final Set<String> SHOWN = Set.of("ports", "methods", "paths");

  List<String> ports() {
    return Json.texts(json.path("ports"));
  }

  List<String> methods() {
    return Json.texts(json.path("methods"));
  }

  List<String> paths() {
    return Json.texts(json.path("paths"));
  }

  List<String> conditions() {
    return Conditions.but(SHOWN, json);
  }
}
