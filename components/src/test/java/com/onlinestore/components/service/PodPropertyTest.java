package com.onlinestore.components.service;

import static com.onlinestore.components.settings.Checks.amount;
import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeMount;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever a service is set to, its pod is one that a restricted namespace and a node accept. */
class PodPropertyTest {

  @Property
  void aRestrictedNamespaceAcceptsThePod(@ForAll("services") ServiceSettings settings) {
    PodSpec pod = pod(settings);
    Container container = pod.getContainers().get(0);

    assertThat(pod.getSecurityContext().getSeccompProfile().getType()).isEqualTo("RuntimeDefault");
    assertThat(pod.getSecurityContext().getRunAsUser()).isPositive();
    assertThat(container.getSecurityContext().getRunAsNonRoot()).isTrue();
    assertThat(container.getSecurityContext().getRunAsUser()).isPositive();
    assertThat(container.getSecurityContext().getAllowPrivilegeEscalation()).isFalse();
    assertThat(container.getSecurityContext().getReadOnlyRootFilesystem()).isTrue();
    assertThat(container.getSecurityContext().getCapabilities().getDrop()).containsExactly("ALL");
    assertThat(pod.getHostNetwork()).isNull();
    assertThat(pod.getHostPID()).isNull();
  }

  @Property
  void requestsNeverExceedLimits(@ForAll("services") ServiceSettings settings) {
    Container container = pod(settings).getContainers().get(0);

    assertThat(container.getResources().getRequests()).containsKeys("cpu", "memory");
    assertThat(container.getResources().getLimits()).containsKey("memory");
    container
        .getResources()
        .getLimits()
        .forEach(
            (resource, limit) ->
                assertThat(amount(container.getResources().getRequests().get(resource)))
                    .isLessThanOrEqualTo(amount(limit)));
  }

  @Property
  void everyVolumeIsMountedAndEveryMountHasAVolumeAndAPathOfItsOwn(
      @ForAll("services") ServiceSettings settings) {
    PodSpec pod = pod(settings);
    List<VolumeMount> mounts = pod.getContainers().get(0).getVolumeMounts();

    assertThat(mounts)
        .extracting(VolumeMount::getMountPath)
        .contains("/tmp")
        .doesNotHaveDuplicates();
    assertThat(mounts)
        .extracting(VolumeMount::getName)
        .hasSameElementsAs(pod.getVolumes().stream().map(Volume::getName).toList());
    assertThat(pod.getVolumes()).extracting(Volume::getName).doesNotHaveDuplicates();
  }

  @Property
  void everyConfigFileIsMountedWithItsContent(@ForAll("services") ServiceSettings settings) {
    Map<String, String> data =
        workload(settings).configMap().map(map -> map.getData()).orElse(Map.of());
    List<VolumeMount> files =
        pod(settings).getContainers().get(0).getVolumeMounts().stream()
            .filter(mount -> mount.getName().equals("config"))
            .toList();

    assertThat(files).hasSameSizeAs(settings.configFiles().entrySet());
    assertThat(files)
        .allSatisfy(
            mount ->
                assertThat(data.get(mount.getSubPath()))
                    .isEqualTo(settings.configFiles().get(mount.getMountPath())));
  }

  @Property
  void noVariableIsDefinedTwice(@ForAll("services") ServiceSettings settings) {
    assertThat(pod(settings).getContainers().get(0).getEnv())
        .extracting(EnvVar::getName)
        .contains("JAVA_TOOL_OPTIONS", "GOMEMLIMIT")
        .doesNotHaveDuplicates();
  }

  @Property
  void thePodOutlivesItsDelayAndItsSlowestRequest(@ForAll("services") ServiceSettings settings) {
    PodSpec pod = pod(settings);
    long sleep = pod.getContainers().get(0).getLifecycle().getPreStop().getSleep().getSeconds();

    assertThat(sleep * 1000).isGreaterThanOrEqualTo(settings.drainDelay().duration().toMillis());
    assertThat(pod.getTerminationGracePeriodSeconds() * 1000)
        .isGreaterThan(sleep * 1000 + settings.traffic().timeout().duration().toMillis());
  }

  @Provide
  Arbitrary<ServiceSettings> services() {
    return Services.service();
  }

  private static PodSpec pod(ServiceSettings settings) {
    return workload(settings).deployment().getSpec().getTemplate().getSpec();
  }

  private static ServiceWorkload workload(ServiceSettings settings) {
    ServiceSettings alone = ServiceSettingsBuilder.builder(settings).calls(List.of()).build();
    return new ServiceWorkload(
        "orders", alone.releases().values().iterator().next(), Stores.of("orders", alone));
  }
}
