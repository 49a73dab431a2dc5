package com.onlinestore.components.cluster;

import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.Resource;
import java.util.List;
import java.util.Map;

/**
 * Refuses a destroy before its first step.
 *
 * <p>Protecting the cluster alone is not enough: a destroy that skips its preview, as programs and
 * pipelines do, takes the store away until it meets the first protected resource. This one depends
 * on everything, so it is the first to be deleted, and is refused. It must stay registered where
 * nothing is guarded: to remove a protected resource is refused, too.
 *
 * <pre>{@code
 * new DestroyGuard(parts, true); // parts: all components that the stack made
 * }</pre>
 */
public final class DestroyGuard extends ComponentResource {

  /** Stands in the engine's refusal, and says there what to do. */
  public static final String NAME = "set-cluster.protected-to-false-and-run-up-before-destroy";

  /** Guards everything that {@code parts} hold. */
  public DestroyGuard(List<Resource> parts, boolean guarded) {
    super(
        "online-store:cluster:DestroyGuard",
        NAME,
        ComponentResourceOptions.builder().dependsOn(parts).protect(guarded).build());
    registerOutputs(Map.of());
  }
}
