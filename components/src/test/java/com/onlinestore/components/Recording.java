package com.onlinestore.components;

import com.pulumi.Log;
import com.pulumi.core.Output;
import com.pulumi.deployment.internal.DeploymentImpl;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.Resource;
import com.pulumi.test.Mocks;
import com.pulumi.test.PulumiTest;
import com.pulumi.test.TestOptions;
import com.pulumi.test.internal.MockMonitor;
import com.pulumi.test.internal.PulumiTestInternal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import pulumirpc.Resource.RegisterResourceRequest;
import pulumirpc.Resource.RegisterResourceResponse;

/**
 * What a program registers with Pulumi, seen without an engine.
 *
 * <p>Pulumi's mocks hide parents and dependencies, so this listens one floor lower, to the requests
 * that go to the engine.
 */
public final class Recording {

  /** A component at the top of the stack. */
  public static final ComponentResourceOptions TOP = ComponentResourceOptions.Empty;

  private static final String STACK = "pulumi:pulumi:Stack";
  private static final Mocks ECHO =
      args ->
          CompletableFuture.completedFuture(
              Mocks.ResourceResult.of(Optional.of(args.name + "-id"), Map.of()));

  private final List<Registered> resources;

  private Recording(List<Registered> resources) {
    this.resources = resources;
  }

  /** Runs a program that must succeed. */
  public static Recording of(Runnable program) {
    return of(ECHO, program);
  }

  /** The same in a cloud whose resources have outputs. */
  public static Recording of(Mocks cloud, Runnable program) {
    return of(TestOptions.Empty, cloud, program);
  }

  /** The same in a preview, where what the cloud does not say is unknown. */
  public static Recording preview(Mocks cloud, Runnable program) {
    return of(TestOptions.builder().preview(true).build(), cloud, program);
  }

  private static Recording of(TestOptions options, Mocks cloud, Runnable program) {
    Queue<Registered> seen = new ConcurrentLinkedQueue<>();
    OpenTasks tasks = new OpenTasks();
    LoggedErrors errors = new LoggedErrors();
    // The SDK's first Output makes static ones, which must not belong to this program.
    Output.of("");
    try {
      PulumiTestInternal.builder()
          .options(options)
          .monitorDecorator(any -> new Listening(cloud, seen))
          .deploymentFactory(
              state -> {
                state.runner = tasks;
                state.logger = errors;
                return new DeploymentImpl(state);
              })
          .build()
          .runTest(context -> program.run());
    } finally {
      PulumiTest.cleanup();
    }
    if (!tasks.failures().isEmpty() || errors.hasLoggedErrors()) {
      throw new AssertionError(tasks.failures() + " " + errors.messages());
    }
    return new Recording(seen.stream().filter(each -> !each.type().equals(STACK)).toList());
  }

  /** The message with which a component refuses its settings. */
  public static String refusal(Runnable program) {
    AtomicReference<String> message = new AtomicReference<>("accepted");
    of(
        () -> {
          try {
            program.run();
          } catch (IllegalArgumentException e) {
            message.set(e.getMessage());
          }
        });
    return message.get();
  }

  /** Everything registered. */
  public List<Registered> resources() {
    return resources;
  }

  /** What goes to the cluster as an object, not as a release. */
  public List<Map<String, Object>> manifests() {
    return resources.stream()
        .map(Registered::inputs)
        .filter(inputs -> inputs.containsKey("kind"))
        .toList();
  }

  /** The resources whose parent is {@code parent}, as type and name. */
  public List<String> childrenOf(String parent) {
    return resources.stream()
        .filter(each -> each.parent().equals(parent))
        .map(Registered::toString)
        .toList();
  }

  /** The one resource called {@code name}. */
  public Registered get(String name) {
    List<Registered> found = resources.stream().filter(each -> each.name().equals(name)).toList();
    if (found.size() != 1) {
      throw new AssertionError(found.size() + " resources are called " + name + ": " + resources);
    }
    return found.get(0);
  }

  private static final class Listening extends MockMonitor {

    private final Queue<Registered> seen;

    Listening(Mocks cloud, Queue<Registered> seen) {
      super(cloud, Log.ignore());
      this.seen = seen;
    }

    @Override
    public CompletableFuture<RegisterResourceResponse> registerResourceAsync(
        Resource resource, RegisterResourceRequest request) {
      boolean protectedParent =
          seen.stream()
              .filter(each -> request.getParent().endsWith(each.type() + "::" + each.name()))
              .anyMatch(Registered::protect);
      seen.add(Registered.of(request, protectedParent));
      return super.registerResourceAsync(resource, request);
    }
  }
}
