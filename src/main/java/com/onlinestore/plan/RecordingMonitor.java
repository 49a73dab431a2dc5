package com.onlinestore.plan;

import com.google.protobuf.Struct;
import com.onlinestore.plan.cloud.StandIns;
import com.pulumi.core.internal.Constants;
import com.pulumi.core.internal.ContextAwareCompletableFuture;
import com.pulumi.deployment.internal.Monitor;
import com.pulumi.resources.Resource;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import pulumirpc.Provider.CallResponse;
import pulumirpc.Resource.ReadResourceRequest;
import pulumirpc.Resource.ReadResourceResponse;
import pulumirpc.Resource.RegisterPackageRequest;
import pulumirpc.Resource.RegisterPackageResponse;
import pulumirpc.Resource.RegisterResourceOutputsRequest;
import pulumirpc.Resource.RegisterResourceRequest;
import pulumirpc.Resource.RegisterResourceResponse;
import pulumirpc.Resource.ResourceCallRequest;
import pulumirpc.Resource.ResourceInvokeRequest;
import pulumirpc.Resource.ResourceInvokeResponse;
import pulumirpc.Resource.SupportsFeatureRequest;
import pulumirpc.Resource.SupportsFeatureResponse;

/**
 * Answers the requests of a program as the engine's resource monitor does in a preview of a new
 * stack: a resource's outputs are its inputs, its id is unknown, and nothing is created. Only for
 * the resources of a cloud it says more than the engine: {@link StandIns} for the id and for what
 * policies are made of.
 *
 * <p>It takes the protocol's own messages, but without a connection: over loopback the same plan
 * takes several times as long.
 */
final class RecordingMonitor implements Monitor {

  private static final String GET_RESOURCE = "pulumi:pulumi:getResource";

  // What the SDK asks for and every supported engine has.
  private static final Set<String> FEATURES = Set.of("resourceReferences", "parameterization");

  private final Recording recording;

  RecordingMonitor(Recording recording) {
    this.recording = recording;
  }

  @Override
  public CompletableFuture<SupportsFeatureResponse> supportsFeatureAsync(
      SupportsFeatureRequest request) {
    return answer(
        () ->
            SupportsFeatureResponse.newBuilder()
                .setHasSupport(FEATURES.contains(request.getId()))
                .build());
  }

  @Override
  public CompletableFuture<RegisterResourceResponse> registerResourceAsync(
      Resource resource, RegisterResourceRequest request) {
    return answer(
        () -> {
          Struct inputs = SecretInputs.mark(request);
          String urn = recording.register(request, inputs);
          return outputs(request, inputs).setUrn(urn).build();
        });
  }

  @Override
  public CompletableFuture<Void> registerResourceOutputsAsync(
      RegisterResourceOutputsRequest request) {
    return answer(
        () -> {
          recording.registerOutputs(request.getUrn(), request.getOutputs());
          return null;
        });
  }

  @Override
  public CompletableFuture<ReadResourceResponse> readResourceAsync(
      Resource resource, ReadResourceRequest request) {
    return answer(
        () -> {
          Urn urn = recording.urn(request.getParent(), request.getType(), request.getName());
          recording.lookup("%s %s".formatted(request.getType(), request.getId()));
          return ReadResourceResponse.newBuilder()
              .setUrn(urn.toString())
              .setProperties(request.getProperties())
              .build();
        });
  }

  @Override
  public CompletableFuture<ResourceInvokeResponse> invokeAsync(ResourceInvokeRequest request) {
    return answer(
        () -> {
          recording.lookup(request.getTok());
          Struct known =
              request.getTok().equals(GET_RESOURCE)
                  ? withEmptyState(request.getArgs())
                  : withStandIns(request);
          return ResourceInvokeResponse.newBuilder().setReturn(known).build();
        });
  }

  @Override
  public CompletableFuture<CallResponse> callAsync(ResourceCallRequest request) {
    return answer(
        () -> {
          recording.lookup(request.getTok());
          return CallResponse.newBuilder().setReturn(request.getArgs()).build();
        });
  }

  @Override
  public CompletableFuture<RegisterPackageResponse> registerPackageAsync(
      RegisterPackageRequest request) {
    return answer(() -> RegisterPackageResponse.newBuilder().setRef(request.getName()).build());
  }

  private static RegisterResourceResponse.Builder outputs(
      RegisterResourceRequest request, Struct inputs) {
    var response = RegisterResourceResponse.newBuilder();
    if (!request.getCustom() || !StandIns.areFor(request.getType())) {
      return response.setObject(inputs);
    }
    Struct.Builder outputs = inputs.toBuilder();
    StandIns.properties(request.getType(), request.getName()).entrySet().stream()
        .filter(property -> !inputs.containsFields(property.getKey()))
        .forEach(each -> outputs.putFields(each.getKey(), WireValues.text(each.getValue())));
    return response.setId(StandIns.id(request.getName())).setObject(outputs);
  }

  private static Struct withStandIns(ResourceInvokeRequest request) {
    Struct.Builder answer = request.getArgs().toBuilder();
    StandIns.answer(request.getTok())
        .forEach((property, text) -> answer.putFields(property, WireValues.text(text)));
    return answer.build();
  }

  // The SDK takes these fields of the answer for granted.
  private static Struct withEmptyState(Struct arguments) {
    return arguments.toBuilder()
        .putFields(Constants.IdPropertyName, WireValues.text(""))
        .putFields(
            Constants.StatePropertyName,
            com.google.protobuf.Value.newBuilder()
                .setStructValue(Struct.getDefaultInstance())
                .build())
        .build();
  }

  private static <T> CompletableFuture<T> answer(Supplier<T> response) {
    try {
      return ContextAwareCompletableFuture.completedFuture(response.get());
    } catch (RuntimeException failure) {
      return ContextAwareCompletableFuture.wrap(CompletableFuture.failedFuture(failure));
    }
  }
}
