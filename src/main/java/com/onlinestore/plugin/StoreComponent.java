package com.onlinestore.plugin;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.onlinestore.Addresses;
import com.onlinestore.StackContents;
import com.onlinestore.components.cluster.KubernetesCluster;
import com.onlinestore.config.StackFile;
import com.pulumi.core.Output;
import com.pulumi.core.annotations.Export;
import com.pulumi.resources.ComponentResource;
import java.util.Map;
import java.util.Optional;

/** A whole stack file as a component: what it does not find, it brings. */
final class StoreComponent extends ComponentResource {

  static final String TYPE = "online-store:index:Store";

  @Export private final Output<String> namespace;
  @Export private final Output<String> url;
  @Export private final Output<String> reach;
  @Export private final Output<String> kubeconfig;

  private StoreComponent(Request request, StackFile file) {
    super(TYPE, request.name(), request.options());
    KubernetesCluster cluster = request.cluster(file, this);
    Optional<Addresses> addresses = Optional.empty();
    if (!file.settings().cluster().only()) {
      StackContents contents =
          new StackContents(
              file,
              cluster,
              request.inputs().output(Inputs.GRAFANA_PASSWORD),
              request.name() + "-",
              request::warn);
      addresses = contents.store(contents.platform());
    }
    this.namespace = Output.of(file.settings().namespace());
    this.url = Output.ofNullable(addresses.map(Addresses::url).orElse(null));
    this.reach = Output.ofNullable(addresses.map(Addresses::howToReach).orElse(null));
    this.kubeconfig = cluster.kubeconfig().orElse(Output.ofNullable(null));
    registerOutputs(
        Map.of("namespace", namespace, "url", url, "reach", reach, "kubeconfig", kubeconfig));
  }

  static StoreComponent of(Request request) {
    return new StoreComponent(request, request.stackFile(JsonNodeFactory.instance.objectNode()));
  }
}
