package com.onlinestore.plugin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.onlinestore.StackCluster;
import com.onlinestore.components.cluster.ExistingCluster;
import com.onlinestore.components.cluster.KubernetesCluster;
import com.onlinestore.components.cluster.OverriddenCluster;
import com.onlinestore.components.kubernetes.Overrides;
import com.onlinestore.config.CloudPlace;
import com.onlinestore.config.StackFile;
import com.onlinestore.errors.StackFileError;
import com.onlinestore.errors.UserError;
import com.pulumi.Config;
import com.pulumi.core.Output;
import com.pulumi.core.internal.Internal;
import com.pulumi.deployment.Deployment;
import com.pulumi.deployment.internal.DeploymentImpl;
import com.pulumi.deployment.internal.DeploymentInternal;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.DependencyResource;
import com.pulumi.resources.Resource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One component that a stack in another language asks for.
 *
 * @param name of the component
 * @param inputs of it
 * @param options of it
 * @param environment in which the plugin runs
 */
record Request(
    String name, Inputs inputs, ComponentResourceOptions options, Map<String, String> environment) {

  private static final String STORE = StackFile.PROJECT + ":" + StackFile.STORE;
  private static final String PASSWORD = StackFile.PROJECT + ":" + StackFile.GRAFANA_PASSWORD;

  /**
   * The stack file that the inputs amount to, checked as one.
   *
   * @param fixed sections that the component itself decides
   */
  StackFile stackFile(ObjectNode fixed) {
    refuseSecrets();
    ObjectNode store = inputs.settings().deepCopy();
    fixed.properties().forEach(section -> store.set(section.getKey(), section.getValue()));
    Set<String> keys = new HashSet<>(Set.of(STORE));
    inputs.output(Inputs.GRAFANA_PASSWORD).ifPresent(password -> keys.add(PASSWORD));
    try {
      StackFile file =
          StackFile.read(
              keys,
              keys.contains(PASSWORD) ? Set.of(PASSWORD) : Set.of(),
              key -> key.equals(StackFile.STORE) ? Optional.of(store.toString()) : inputs.text(key),
              place(),
              inputs.unknown());
      tellUnknown();
      return file;
    } catch (StackFileError e) {
      throw new UserError(
          e.getMessage()
              .replaceFirst("^The stack file has", "\"" + name + "\" has")
              .replace(STORE + " ", "")
              .replace(STORE + ":", "inputs:"));
    }
  }

  /** It would end in a Deployment as plain text. */
  private void refuseSecrets() {
    if (!inputs.secrets().isEmpty()) {
      throw new UserError(
          ("\"%s\": %s holds a secret. Put it into a Secret of the store's namespace and name that"
                  + " under a service's secrets.")
              .formatted(name, String.join(", ", inputs.secrets())));
    }
  }

  private void tellUnknown() {
    if (!inputs.unknown().isEmpty()) {
      warn(
          "not known before the update, so the preview shows something plain instead: "
              + String.join(", ", inputs.unknown()));
    }
  }

  private CloudPlace place() {
    return CloudPlace.read(name, Request::configured, environment);
  }

  @SuppressWarnings("deprecation") // The SDK hands a component no context that would have it.
  private static Optional<String> configured(String key) {
    int colon = key.indexOf(':');
    return Config.of(key.substring(0, colon)).get(key.substring(colon + 1));
  }

  /** The cluster that the inputs name, with what is put on it below {@code component}. */
  KubernetesCluster cluster(StackFile file, Resource component) {
    Overrides overrides = new Overrides(file.settings().overrides());
    ComponentResourceOptions below =
        ComponentResourceOptions.builder()
            .parent(component)
            .resourceTransformations(overrides)
            .build();
    Optional<Output<String>> kubeconfig = inputs.output(Inputs.KUBECONFIG);
    if (kubeconfig.isPresent() && file.settings().cluster().managed()) {
      throw new UserError(
          "\"%s\": kubeconfig contradicts cluster.%s, which makes a cluster; remove one."
              .formatted(name, file.settings().cluster().eks() == null ? "gke" : "eks"));
    }
    if (kubeconfig.isPresent() && file.settings().cluster().existing().kubeconfig() != null) {
      throw new UserError(
          "\"%s\": kubeconfig contradicts cluster.existing.kubeconfig; remove one."
              .formatted(name));
    }
    KubernetesCluster cluster =
        kubeconfig.isPresent()
            ? new ExistingCluster(
                name + "-cluster", kubeconfig.get(), file.settings().cluster().existing(), below)
            : StackCluster.of(
                file,
                Deployment.getInstance().getProjectName(),
                Deployment.getInstance().getStackName(),
                name + "-cluster",
                below);
    return new OverriddenCluster(new BelowComponent(cluster, component, before()), overrides);
  }

  /** What the inputs come from, and what the stack says the component depends on. */
  private List<Resource> before() {
    List<Resource> before = new ArrayList<>();
    List<Resource> said = Internal.of(options.getDependsOn()).getValueNullable().join();
    if (said != null) {
      before.addAll(said);
    }
    inputs.dependencies().stream().sorted().map(DependencyResource::new).forEach(before::add);
    return before;
  }

  /** The SDK hands a component no context that would have the log, and shows no standard error. */
  void warn(String message) {
    if (DeploymentInternal.getInstance() instanceof DeploymentImpl deployment) {
      deployment.getLog().warn(name + ": " + message);
    }
  }
}
