package com.onlinestore.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Struct;
import com.google.protobuf.util.JsonFormat;
import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import io.grpc.MethodDescriptor;
import io.grpc.Server;
import io.grpc.ServerBuilder;
import io.grpc.ServerServiceDefinition;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.ClientCalls;
import io.grpc.stub.ServerCalls;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import pulumirpc.Provider.ReadRequest;
import pulumirpc.Provider.ReadResponse;
import pulumirpc.ResourceProviderGrpc;

/**
 * A provider on the PATH, and before it what the toolchain's stand-ins lack: they cannot say what
 * there is that Pulumi has not made, so they import nothing. One that can is not interfered with.
 */
final class ImportingProvider implements AutoCloseable {

  private final String name;
  private final Function<ReadRequest, Optional<JsonNode>> there;
  private final Process provider;
  private final ManagedChannel channel;
  private final Server server;

  /**
   * Starts it.
   *
   * @param name such as {@code aws}
   * @param variables for the provider
   * @param there the properties of what is there under an id; empty where there is nothing
   */
  ImportingProvider(
      String name, Map<String, String> variables, Function<ReadRequest, Optional<JsonNode>> there)
      throws IOException {
    this.name = name;
    this.there = there;
    ProcessBuilder command =
        new ProcessBuilder("pulumi-resource-" + name, "127.0.0.1:0")
            .redirectError(Redirect.DISCARD);
    command.environment().putAll(variables);
    provider = command.start();
    int port =
        Integer.parseInt(
            new BufferedReader(
                    new InputStreamReader(provider.getInputStream(), StandardCharsets.UTF_8))
                .readLine()
                .strip());
    channel = ManagedChannelBuilder.forAddress("127.0.0.1", port).usePlaintext().build();
    ServerServiceDefinition.Builder service =
        ServerServiceDefinition.builder(ResourceProviderGrpc.getServiceDescriptor());
    ResourceProviderGrpc.getServiceDescriptor()
        .getMethods()
        .forEach(method -> passOn(service, method));
    server = ServerBuilder.forPort(0).addService(service.build()).build().start();
  }

  /** What tells the engine to come here. */
  Map<String, String> variables() {
    return Map.of("PULUMI_DEBUG_PROVIDERS", name + ":" + server.getPort());
  }

  @Override
  public void close() {
    server.shutdownNow();
    channel.shutdownNow();
    provider.destroy();
  }

  @SuppressWarnings("unchecked")
  private <Q, A> void passOn(ServerServiceDefinition.Builder service, MethodDescriptor<Q, A> as) {
    service.addMethod(
        as,
        ServerCalls.asyncUnaryCall(
            (request, answer) -> {
              try {
                A said =
                    ClientCalls.blockingUnaryCall(
                        channel, as, io.grpc.CallOptions.DEFAULT, request);
                answer.onNext(
                    said instanceof ReadResponse read
                        ? (A) read((ReadRequest) request, read)
                        : said);
                answer.onCompleted();
              } catch (StatusRuntimeException refused) {
                answer.onError(refused);
              }
            }));
  }

  /** An import names an id and nothing else, and wants the properties. */
  private ReadResponse read(ReadRequest request, ReadResponse said) {
    if (request.hasInputs() || said.hasInputs()) {
      return said;
    }
    return there
        .apply(request)
        .map(ImportingProvider::struct)
        .map(
            inputs ->
                said.toBuilder()
                    .setInputs(inputs)
                    .setProperties(said.getProperties().toBuilder().mergeFrom(inputs))
                    .build())
        // Without an id it does not exist.
        .orElseGet(ReadResponse::getDefaultInstance);
  }

  private static Struct struct(JsonNode json) {
    Struct.Builder struct = Struct.newBuilder();
    try {
      JsonFormat.parser().merge(json.toString(), struct);
    } catch (InvalidProtocolBufferException e) {
      throw new UncheckedIOException(e);
    }
    return struct.build();
  }
}
