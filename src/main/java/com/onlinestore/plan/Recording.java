package com.onlinestore.plan;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.protobuf.Struct;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import pulumirpc.Resource.RegisterResourceRequest;

/** What one run of the program told the engine. Written to from many threads at once. */
final class Recording {

  static final TypeReference<Map<String, Object>> MAP = new TypeReference<>() {};

  private final String project;
  private final String stack;
  private final Secrets secrets;
  private final PropertyReader reader;
  private final Map<String, PlannedResource> resources = new ConcurrentHashMap<>();
  private final Map<String, Struct> outputs = new ConcurrentHashMap<>();
  private final Set<String> lookups = new ConcurrentSkipListSet<>();
  private final Set<String> warnings = new ConcurrentSkipListSet<>();
  private final Set<String> errors = new ConcurrentSkipListSet<>();

  Recording(String project, String stack, Secrets secrets) {
    this.project = project;
    this.stack = stack;
    this.secrets = secrets;
    this.reader = new PropertyReader(secrets);
  }

  /**
   * Takes a resource in.
   *
   * @param inputs the request's inputs with secrets marked
   * @return its URN
   */
  String register(RegisterResourceRequest request, Struct inputs) {
    Urn urn = urn(request.getParent(), request.getType(), request.getName());
    PlannedResource parent =
        request.getParent().isEmpty() ? null : resources.get(request.getParent());
    PlannedResource planned = Registration.read(request, urn, parent, reader.read(inputs));
    if (resources.putIfAbsent(planned.urn(), planned) != null) {
      throw refused(
          "Duplicate resource URN '%s'; try giving it a unique name".formatted(planned.urn()));
    }
    return planned.urn();
  }

  /** The URN of a resource below {@code parent}, which is empty for the stack. */
  Urn urn(String parent, String type, String name) {
    return parent.isEmpty()
        ? new Urn(stack, project, type, name)
        : Urn.parse(parent).child(type, name);
  }

  void registerOutputs(String urn, Struct properties) {
    if (properties.getFieldsCount() > 0) {
      outputs.put(urn, properties);
    }
  }

  void lookup(String what) {
    lookups.add(secrets.maskValue(what));
  }

  void warn(String message) {
    warnings.add(secrets.maskMessage(message));
  }

  void fail(String message) {
    errors.add(message);
  }

  /** Errors the program logged or the engine would have raised, without secrets, sorted. */
  List<String> errors() {
    return errors.stream().map(secrets::maskMessage).toList();
  }

  /** The plan, once the program has ended. */
  Plan plan() {
    List<PlannedResource> ordered = CreationOrder.sort(resources.values());
    Map<String, JsonNode> told = new TreeMap<>();
    outputs.forEach((urn, properties) -> told.put(urn, reader.read(properties)));
    JsonNode exported = told.remove(ordered.isEmpty() ? "" : ordered.get(0).urn());
    return new Plan(
        project,
        stack,
        ordered,
        exported == null ? Map.of() : new ObjectMapper().convertValue(exported, MAP),
        told,
        List.copyOf(lookups),
        List.copyOf(warnings));
  }

  private PlanFailedException refused(String message) {
    fail(message);
    return new PlanFailedException(List.of(message));
  }
}
