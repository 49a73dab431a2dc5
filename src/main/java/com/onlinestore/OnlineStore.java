package com.onlinestore;

import com.onlinestore.components.cluster.CostEstimate;
import com.onlinestore.components.cluster.DestroyGuard;
import com.onlinestore.components.cluster.KubernetesCluster;
import com.onlinestore.components.cluster.OverriddenCluster;
import com.onlinestore.components.kubernetes.Manifests;
import com.onlinestore.components.kubernetes.Overrides;
import com.onlinestore.config.CloudPlace;
import com.onlinestore.config.StackFile;
import com.onlinestore.config.StackSettings;
import com.pulumi.Context;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** The story of a stack, in order: its cluster, what is put on it, what people are told. */
final class OnlineStore {

  /** The output that tells what deviates, and why. */
  private static final String OVERRIDES = "overrides";

  private final Context context;
  private final StackSettings settings;
  private final StackFile file;
  private final KubernetesCluster cluster;
  private final List<Resource> parts = new ArrayList<>();

  private OnlineStore(Context context, StackFile file) {
    this.context = context;
    this.file = file;
    this.settings = file.settings();
    Overrides overrides = new Overrides(settings.overrides());
    KubernetesCluster itself =
        StackCluster.of(
            file,
            context.projectName(),
            context.stackName(),
            "cluster",
            ComponentResourceOptions.builder().resourceTransformations(overrides).build());
    parts.add((Resource) itself);
    this.cluster = new OverriddenCluster(itself, overrides);
    if (!settings.overrides().isEmpty()) {
      // As text: Pulumi's own Automation API for Java cannot read an output that is an object.
      context.export(OVERRIDES, Output.of(Manifests.toJson(overrides.notes())));
    }
  }

  /**
   * The program of every stack.
   *
   * @param configKeys all configuration keys of the stack, so that one nobody knows is told
   * @param secretKeys those of them that are secrets, so that one in the wrong place is told
   */
  static Consumer<Context> program(Set<String> configKeys, Set<String> secretKeys) {
    return context -> {
      StackFile file =
          StackFile.read(configKeys, secretKeys, context.config()::get, place(context));
      try {
        new OnlineStore(context, file).deploy();
      } catch (RuntimeException thrown) {
        throw file.mistake(thrown);
      }
    };
  }

  private static CloudPlace place(Context context) {
    return CloudPlace.read(
        context.projectName() + "-" + context.stackName(),
        key -> {
          int colon = key.indexOf(':');
          return context.config(key.substring(0, colon)).get(key.substring(colon + 1));
        },
        System.getenv());
  }

  private void deploy() {
    if (!settings.cluster().only()) {
      fill();
    }
    if (settings.cluster().managed()) {
      new DestroyGuard(parts, settings.cluster().guardedIn(settings.profile()));
      cluster.kubeconfig().ifPresent(kubeconfig -> context.export("kubeconfig", kubeconfig));
      context.export("estimatedMonthlyCost", Output.of(costs(cluster.cost())));
    }
  }

  private void fill() {
    StackContents contents =
        new StackContents(
            file,
            cluster,
            context.config().get(StackFile.GRAFANA_PASSWORD).map(Output::ofSecret),
            "",
            context.log()::warn);
    contents
        .store(contents.platform())
        .ifPresent(
            addresses -> {
              context.export("url", Output.of(addresses.url()));
              context.export("reach", Output.of(addresses.howToReach()));
            });
    context.export("namespace", Output.of(settings.namespace()));
    parts.addAll(contents.parts());
  }

  private static String costs(CostEstimate cost) {
    return "about %s to %s USD: %s".formatted(cost.least(), cost.most(), cost.basis());
  }
}
