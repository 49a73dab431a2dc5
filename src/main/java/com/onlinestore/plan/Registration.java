package com.onlinestore.plan;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;
import pulumirpc.AliasOuterClass.Alias;
import pulumirpc.Resource.RegisterResourceRequest;

/** Reads a request to register a resource as the engine does. */
final class Registration {

  private Registration() {}

  /**
   * The resource a request asks for.
   *
   * @param parent the planned resource it belongs to; null for the stack and below a looked-up one
   * @param inputs the request's inputs, already masked
   */
  static PlannedResource read(
      RegisterResourceRequest request, Urn urn, PlannedResource parent, JsonNode inputs) {
    return new PlannedResource(
        urn.toString(),
        request.getType(),
        request.getName(),
        request.getParent().isEmpty() ? null : request.getParent(),
        request.getProvider().isEmpty() ? null : withoutId(request.getProvider()),
        dependencies(request),
        request.getCustom(),
        options(request, urn, parent),
        inputs);
  }

  private static PlannedOptions options(
      RegisterResourceRequest request, Urn urn, PlannedResource parent) {
    return new PlannedOptions(
        request.hasProtect() ? request.getProtect() : parent != null && parent.protect(),
        request.getRetainOnDelete(),
        request.getIgnoreChangesList().stream().sorted().toList(),
        request.getReplaceOnChangesList().stream().sorted().toList(),
        request.getImportId(),
        request.getAliasesList().stream().map(alias -> read(alias, urn)).sorted().toList());
  }

  // A reference to a provider is its URN, "::" and its id, which no plan knows.
  private static String withoutId(String reference) {
    return reference.substring(0, reference.lastIndexOf("::"));
  }

  private static List<String> dependencies(RegisterResourceRequest request) {
    return Stream.concat(
            request.getDependenciesList().stream(),
            request.getPropertyDependenciesMap().values().stream()
                .flatMap(property -> property.getUrnsList().stream()))
        .distinct()
        .sorted()
        .toList();
  }

  private static String read(Alias alias, Urn urn) {
    return alias.hasSpec() ? read(alias.getSpec(), urn).toString() : alias.getUrn();
  }

  /** What an alias leaves out is as in the resource itself. */
  private static Urn read(Alias.Spec alias, Urn urn) {
    String ownType = urn.type().substring(urn.type().lastIndexOf('$') + 1);
    String type = or(alias.getType(), ownType);
    String parents = urn.type().substring(0, urn.type().length() - ownType.length());
    if (alias.getNoParent()) {
      parents = "";
    } else if (!alias.getParentUrn().isEmpty()) {
      parents = parents(Urn.parse(alias.getParentUrn()));
    }
    return new Urn(
        or(alias.getStack(), urn.stack()),
        or(alias.getProject(), urn.project()),
        parents + type,
        or(alias.getName(), urn.name()));
  }

  private static String parents(Urn parent) {
    return parent.child("", "").type();
  }

  private static String or(String value, String fallback) {
    return value.isEmpty() ? fallback : value;
  }
}
