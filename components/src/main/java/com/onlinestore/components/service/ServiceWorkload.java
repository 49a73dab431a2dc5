package com.onlinestore.components.service;

import com.onlinestore.components.kubernetes.Hardening;
import com.onlinestore.components.kubernetes.Labels;
import com.onlinestore.components.kubernetes.Manifests;
import com.onlinestore.components.observability.objectives.LatencyBuckets;
import com.onlinestore.components.service.ExternalHost.Protocol;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerBuilder;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.ContainerPortBuilder;
import io.fabric8.kubernetes.api.model.LabelSelectorBuilder;
import io.fabric8.kubernetes.api.model.LocalObjectReference;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodSpecBuilder;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpecBuilder;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.ServiceAccountBuilder;
import io.fabric8.kubernetes.api.model.ServiceBuilder;
import io.fabric8.kubernetes.api.model.ServicePortBuilder;
import io.fabric8.kubernetes.api.model.TopologySpreadConstraint;
import io.fabric8.kubernetes.api.model.TopologySpreadConstraintBuilder;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The pods of one version of a service and what they need to run: pure functions from settings to
 * objects.
 */
record ServiceWorkload(String name, ServiceSettings settings, Store store) {

  /** Seconds between the end of the slowest request and the kill, for the process to close up. */
  private static final int CLOSING_SECONDS = 5;

  ServiceAccount serviceAccount() {
    ObjectMeta metadata = store.metadata(name);
    store
        .identityOf(settings)
        .ifPresent(identity -> metadata.setAnnotations(CloudAccess.ofAccount(settings, identity)));
    return new ServiceAccountBuilder()
        .withMetadata(metadata)
        .withAutomountServiceAccountToken(false)
        .build();
  }

  Optional<ConfigMap> configMap() {
    ServiceFiles files = files();
    return files.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new ConfigMapBuilder()
                .withMetadata(store.metadata(name))
                .withData(files.data())
                .build());
  }

  /**
   * The trap of its ports: the network policy agent of EKS wants service and container port equal.
   */
  Service service() {
    return service(store.metadata(name), Labels.selector(name));
  }

  /** For a router that knows no subsets: the pods of this version alone. */
  Service versionService() {
    return service(store.metadata(name, settings.version()), podLabels());
  }

  private Service service(ObjectMeta metadata, Map<String, String> selector) {
    return new ServiceBuilder()
        .withMetadata(metadata)
        .withNewSpec()
        .withSelector(selector)
        .withPorts(settings.servicePorts().stream().map(ServiceWorkload::port).toList())
        .endSpec()
        .build();
  }

  private static io.fabric8.kubernetes.api.model.ServicePort port(ServicePort port) {
    return new ServicePortBuilder()
        .withName(port.name())
        .withAppProtocol(port.protocol().appProtocol())
        .withProtocol("TCP")
        .withPort(port.number())
        .withNewTargetPort(port.number())
        .build();
  }

  /** Without replicas where an autoscaler decides, or every update would reset its choice. */
  Deployment deployment() {
    return new DeploymentBuilder()
        .withMetadata(store.metadata(name, settings.version()))
        .withNewSpec()
        .withReplicas(settings.autoscaling() == null ? settings.replicas() : null)
        .withRevisionHistoryLimit(3)
        .withNewSelector()
        .withMatchLabels(podLabels())
        .endSelector()
        .withNewStrategy()
        .withType("RollingUpdate")
        .withNewRollingUpdate()
        .withNewMaxUnavailable(0)
        .withNewMaxSurge("25%")
        .endRollingUpdate()
        .endStrategy()
        .withTemplate(template())
        .endSpec()
        .build();
  }

  PodTemplateSpec template() {
    return new PodTemplateSpecBuilder().withMetadata(podMetadata()).withSpec(pod()).build();
  }

  private ObjectMeta podMetadata() {
    Map<String, String> labels = new TreeMap<>(Labels.of(name, store.namespace()));
    labels.putAll(podLabels());
    return new ObjectMetaBuilder().withLabels(labels).withAnnotations(podAnnotations()).build();
  }

  /** Of this version alone: two autoscalers must not count the same pods. */
  Map<String, String> podLabels() {
    Map<String, String> labels = new TreeMap<>(Labels.selector(name));
    labels.put(Labels.VERSION, settings.version());
    return labels;
  }

  private Map<String, String> podAnnotations() {
    Map<String, String> annotations = new TreeMap<>();
    if (!store.mesh().ambient()) {
      annotations.putAll(sidecarAnnotations());
    }
    if (!files().isEmpty()) {
      annotations.put("online-store/config-checksum", files().checksum());
    }
    return annotations;
  }

  private Map<String, String> sidecarAnnotations() {
    Map<String, String> annotations = new TreeMap<>();
    settings
        .metrics()
        .ifPresent(
            port -> {
              annotations.put("prometheus.io/scrape", "true");
              annotations.put("prometheus.io/port", String.valueOf(port.number()));
              annotations.put("prometheus.io/path", settings.metricsPath());
            });
    annotations.put("proxy.istio.io/config", Manifests.toJson(proxyConfig()));
    annotations.putAll(SidecarResources.annotations(store.mesh().proxy()));
    if (settings.slo() != null && settings.slo().latency() != null) {
      annotations.putAll(LatencyBuckets.annotations(settings.slo().latency().threshold()));
    }
    store
        .identityOf(settings)
        .ifPresent(identity -> annotations.putAll(CloudAccess.ofPod(identity)));
    return annotations;
  }

  /** Said on each pod and not left to the mesh, which may be somebody else's. */
  private Map<String, Object> proxyConfig() {
    Map<String, Object> config = new TreeMap<>();
    config.put("holdApplicationUntilProxyStarts", true);
    config.put("terminationDrainDuration", drainSeconds() + "s");
    // Without an address of its own, each TCP host would claim its port for all destinations.
    if (settings.externalHosts().stream().anyMatch(host -> host.protocol() == Protocol.TCP)) {
      config.put("proxyMetadata", Map.of("ISTIO_META_DNS_CAPTURE", "true"));
    }
    return config;
  }

  private PodSpec pod() {
    ServiceFiles files = files();
    return new PodSpecBuilder()
        .withServiceAccountName(name)
        .withAutomountServiceAccountToken(false)
        .withEnableServiceLinks(false)
        .withSecurityContext(Hardening.pod(settings.user()))
        .withTerminationGracePeriodSeconds((long) drainSeconds() + CLOSING_SECONDS)
        .withImagePullSecrets(
            settings.pullSecrets().stream().map(LocalObjectReference::new).toList())
        .withTopologySpreadConstraints(
            spread("topology.kubernetes.io/zone"), spread("kubernetes.io/hostname"))
        .withContainers(container(files))
        .withVolumes(files.volumes(name))
        .build();
  }

  private Container container(ServiceFiles files) {
    return new ContainerBuilder()
        .withName(name)
        .withImage(store.mirrors().image(settings.image()).reference())
        .withImagePullPolicy(settings.pullPolicy().value())
        .withCommand(settings.command())
        .withArgs(settings.args())
        .withPorts(settings.servicePorts().stream().map(ServiceWorkload::containerPort).toList())
        .withEnv(new ServiceEnvironment(name, settings, store).variables())
        .withResources(settings.resources().requirements())
        .withSecurityContext(Hardening.container(settings.user()))
        .withStartupProbe(ServiceProbes.startup(settings))
        .withReadinessProbe(ServiceProbes.readiness(settings))
        .withLivenessProbe(ServiceProbes.liveness(settings))
        .withNewLifecycle()
        .withNewPreStop()
        .withNewSleep(settings.drainDelay().wholeSeconds())
        .endPreStop()
        .endLifecycle()
        .withVolumeMounts(files.mounts())
        .build();
  }

  private static ContainerPort containerPort(ServicePort port) {
    return new ContainerPortBuilder()
        .withName(port.name())
        .withContainerPort(port.number())
        .withProtocol("TCP")
        .build();
  }

  /** How long the pod still serves: until callers have noticed, and then its slowest request. */
  private int drainSeconds() {
    return (int)
        (settings.drainDelay().wholeSeconds() + settings.traffic().timeout().wholeSeconds());
  }

  private TopologySpreadConstraint spread(String topologyKey) {
    return new TopologySpreadConstraintBuilder()
        .withMaxSkew(1)
        .withTopologyKey(topologyKey)
        .withWhenUnsatisfiable("ScheduleAnyway")
        .withLabelSelector(
            new LabelSelectorBuilder().withMatchLabels(Labels.selector(name)).build())
        .withMatchLabelKeys(
            settings.canary() == null ? "pod-template-hash" : ServiceCanary.HASH_LABEL)
        .build();
  }

  private ServiceFiles files() {
    return new ServiceFiles(
        settings.configFiles(), settings.writablePaths(), settings.writableSize());
  }
}
