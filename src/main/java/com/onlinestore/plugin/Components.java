package com.onlinestore.plugin;

import com.onlinestore.components.kubernetes.OverrideRefused;
import com.onlinestore.components.settings.Nearest;
import com.onlinestore.errors.UserError;
import com.pulumi.core.internal.Internal;
import com.pulumi.exceptions.RunException;
import com.pulumi.provider.internal.Provider;
import com.pulumi.provider.internal.models.ConstructRequest;
import com.pulumi.provider.internal.models.ConstructResponse;
import com.pulumi.provider.internal.models.GetSchemaRequest;
import com.pulumi.provider.internal.models.GetSchemaResponse;
import com.pulumi.provider.internal.properties.PropertyValue;
import com.pulumi.provider.internal.properties.PropertyValueSerializer;
import com.pulumi.resources.ComponentResource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;

/**
 * The package that other languages see.
 *
 * <p>Not the SDK's own, which derives a schema from classes and knows neither descriptions, nor
 * enumerations, nor maps. Ours is made from the schema of stack files, so an input is what the
 * section of the stack file is.
 */
final class Components implements Provider {

  private final PackageSchema schema = PackageSchema.shipped();
  private final Map<String, String> environment;

  /** Serves them in an environment, which says where in a cloud a stack is. */
  Components(Map<String, String> environment) {
    this.environment = Map.copyOf(environment);
  }

  @Override
  public CompletableFuture<GetSchemaResponse> getSchema(GetSchemaRequest request) {
    return CompletableFuture.completedFuture(new GetSchemaResponse(schema.text()));
  }

  @Override
  public CompletableFuture<ConstructResponse> construct(ConstructRequest request) {
    ComponentResource component;
    try {
      component = component(request);
    } catch (UserError e) {
      // Thrown, the SDK would tell the engine of it twice, the second time without its message.
      return CompletableFuture.failedFuture(e);
    } catch (OverrideRefused e) {
      // Leaves a resource half made, for which the SDK would wait if this were returned. The
      // engine shows the message of this exception alone, others with a stack trace.
      throw new RunException(e.getMessage());
    }
    Map<String, PropertyValue> state =
        PropertyValueSerializer.stateFromComponentResource(component);
    return Internal.of(component.urn())
        .getValueNullable()
        .thenApply(urn -> new ConstructResponse(urn, state, dependencies(state)));
  }

  private ComponentResource component(ConstructRequest request) {
    Inputs inputs = Inputs.read(request.getInputs());
    refuseUnknownInputs(request, inputs);
    Request asked = new Request(request.getName(), inputs, request.getOptions(), environment);
    return switch (request.getType()) {
      case ClusterComponent.TYPE -> ClusterComponent.of(asked);
      case PlatformComponent.TYPE -> PlatformComponent.of(asked);
      case StoreComponent.TYPE -> StoreComponent.of(asked);
      default ->
          throw new UserError("\"%s\" is not a component here.".formatted(request.getType()));
    };
  }

  /** YAML and Python let through what their schema does not know. */
  private void refuseUnknownInputs(ConstructRequest request, Inputs inputs) {
    List<String> known = schema.inputs(request.getType());
    Set<String> unknown = new TreeSet<>(inputs.names());
    known.forEach(unknown::remove);
    for (String name : unknown) {
      throw new UserError(
          "%s: \"%s\" is not an input.%s Inputs: %s."
              .formatted(
                  request.getName(),
                  name,
                  Nearest.didYouMean(name, known),
                  String.join(", ", known)));
    }
  }

  /** What each output waits for, so that its readers wait for it, too. */
  private static Map<String, Set<String>> dependencies(Map<String, PropertyValue> state) {
    Map<String, Set<String>> dependencies = new HashMap<>();
    state.forEach(
        (name, value) -> {
          PropertyValue open =
              value.getType() == PropertyValue.ValueType.SECRET ? value.getSecretValue() : value;
          if (open.getType() == PropertyValue.ValueType.OUTPUT) {
            dependencies.put(name, open.getOutputValue().getDependencies());
          }
        });
    return dependencies;
  }
}
