package com.onlinestore.components.service;

import static com.onlinestore.components.Yaml.assertYaml;
import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Quantity;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ServiceFilesTest {

  private static final Quantity SIZE = new Quantity("64Mi");
  private static final ServiceFiles NONE = new ServiceFiles(Map.of(), List.of(), SIZE);

  @Test
  void theRootIsReadOnlyButTmpIsNot() {
    assertThat(NONE.isEmpty()).isTrue();
    assertThat(NONE.data()).isEmpty();
    assertYaml(
        Map.of("volumes", NONE.volumes("orders")),
        "/volumes",
        "[{name: tmp, emptyDir: {sizeLimit: 64Mi}}]");
    assertYaml(Map.of("mounts", NONE.mounts()), "/mounts", "[{name: tmp, mountPath: /tmp}]");
  }

  @Test
  void everyWritablePathIsAFolderOfItsOwn() {
    ServiceFiles files = new ServiceFiles(Map.of(), List.of("/var/cache", "/tmp", "/data"), SIZE);

    assertYaml(
        Map.of("volumes", files.volumes("orders")),
        "/volumes",
        """
        - {name: tmp, emptyDir: {sizeLimit: 64Mi}}
        - {name: writable-1, emptyDir: {sizeLimit: 64Mi}}
        - {name: writable-2, emptyDir: {sizeLimit: 64Mi}}
        """);
    assertYaml(
        Map.of("mounts", files.mounts()),
        "/mounts",
        """
        - {name: tmp, mountPath: /tmp}
        - {name: writable-1, mountPath: /var/cache}
        - {name: writable-2, mountPath: /data}
        """);
  }

  @Test
  void filesOfOneNameInTwoFoldersDoNotMeet() {
    ServiceFiles files = files(Map.of("/etc/a/app.yaml", "a", "/etc/b/app.yaml", "b"));

    assertThat(files.isEmpty()).isFalse();
    assertThat(files.data())
        .containsExactly(Map.entry("0-app.yaml", "a"), Map.entry("1-app.yaml", "b"));
    assertYaml(
        Map.of("volumes", files.volumes("orders")),
        "/volumes/1",
        "{name: config, configMap: {name: orders}}");
    assertYaml(
        Map.of("mounts", files.mounts()),
        "/mounts",
        """
        - {name: tmp, mountPath: /tmp}
        - {name: config, mountPath: /etc/a/app.yaml, subPath: 0-app.yaml, readOnly: true}
        - {name: config, mountPath: /etc/b/app.yaml, subPath: 1-app.yaml, readOnly: true}
        """);
  }

  @Test
  void theChecksumChangesWithPathAndContent() {
    String checksum = files(Map.of("/etc/a", "1")).checksum();

    assertThat(checksum).isEqualTo(files(Map.of("/etc/a", "1")).checksum());
    assertThat(checksum).isNotEqualTo(files(Map.of("/etc/a", "2")).checksum());
    assertThat(checksum).isNotEqualTo(files(Map.of("/etc/b", "1")).checksum());
    assertThat(files(Map.of("/a", "b/c")).checksum())
        .isNotEqualTo(files(Map.of("/ab", "/c")).checksum());
  }

  private static ServiceFiles files(Map<String, String> files) {
    return new ServiceFiles(new TreeMap<>(files), List.of(), SIZE);
  }
}
