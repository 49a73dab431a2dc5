package com.onlinestore.plugin;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.onlinestore.Platform;
import com.onlinestore.StackContents;
import com.onlinestore.components.settings.Use;
import com.onlinestore.config.StackFile;
import com.pulumi.core.Output;
import com.pulumi.core.annotations.Export;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.Resource;
import java.util.Map;

/** What a cluster has once for all its stores: the mesh, and what watches. */
final class PlatformComponent extends ComponentResource {

  static final String TYPE = "online-store:index:Platform";

  @Export private final Output<Map<String, Object>> mesh;
  @Export private final Output<Map<String, Object>> observability;

  private PlatformComponent(Request request, StackFile file) {
    super(TYPE, request.name(), request.options());
    Platform platform =
        new StackContents(
                file,
                request.cluster(file, this),
                request.inputs().output(Inputs.GRAFANA_PASSWORD),
                request.name() + "-",
                request::warn)
            .platform();
    FoundSections found = new FoundSections(request.inputs().settings());
    this.mesh =
        after(
            platform.mesh().ready(),
            file.settings().mesh().use() == Use.EXISTING
                ? found.given("mesh")
                : found.mesh(platform.mesh()));
    this.observability =
        after(
            platform.monitoring().ready(),
            file.settings().observability().use() == Use.EXISTING
                ? found.given("observability")
                : found.observability(platform));
    registerOutputs(Map.of("mesh", mesh, "observability", observability));
  }

  static PlatformComponent of(Request request) {
    return new PlatformComponent(request, request.stackFile(JsonNodeFactory.instance.objectNode()));
  }

  /** Whoever reads it waits for what makes it true. */
  private static Output<Map<String, Object>> after(
      Iterable<Resource> ready, Map<String, Object> section) {
    Output<Map<String, Object>> output = Output.of(section);
    for (Resource resource : ready) {
      Output<Map<String, Object>> before = output;
      output = resource.urn().apply(urn -> before);
    }
    return output;
  }
}
