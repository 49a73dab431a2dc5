package com.onlinestore.components.service;

import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeBuilder;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.api.model.VolumeMountBuilder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Configuration files and writable folders on an otherwise read-only root.
 *
 * @param configFiles absolute path to content
 * @param writablePaths folders besides /tmp
 * @param writableSize the most that each folder may hold
 */
record ServiceFiles(
    Map<String, String> configFiles, List<String> writablePaths, Quantity writableSize) {

  private static final String CONFIG = "config";

  boolean isEmpty() {
    return configFiles.isEmpty();
  }

  /** The ConfigMap's data; a key may hold no slash, so files are numbered by their path's order. */
  Map<String, String> data() {
    Map<String, String> data = new TreeMap<>();
    configFiles.forEach((path, content) -> data.put(key(path), content));
    return data;
  }

  /** Changes with any path or content, so that a change restarts the pods. */
  String checksum() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      configFiles.forEach(
          (path, content) ->
              digest.update((path + "\0" + content + "\0").getBytes(StandardCharsets.UTF_8)));
      return HexFormat.of().formatHex(digest.digest()).substring(0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256.", e);
    }
  }

  List<Volume> volumes(String configMap) {
    List<Volume> volumes = new ArrayList<>();
    List<String> folders = folders();
    for (int i = 0; i < folders.size(); i++) {
      volumes.add(
          new VolumeBuilder()
              .withName(folder(i))
              .withNewEmptyDir()
              .withSizeLimit(writableSize)
              .endEmptyDir()
              .build());
    }
    if (!isEmpty()) {
      volumes.add(
          new VolumeBuilder()
              .withName(CONFIG)
              .withNewConfigMap()
              .withName(configMap)
              .endConfigMap()
              .build());
    }
    return volumes;
  }

  List<VolumeMount> mounts() {
    List<VolumeMount> mounts = new ArrayList<>();
    List<String> folders = folders();
    for (int i = 0; i < folders.size(); i++) {
      mounts.add(
          new VolumeMountBuilder().withName(folder(i)).withMountPath(folders.get(i)).build());
    }
    configFiles
        .keySet()
        .forEach(
            path ->
                mounts.add(
                    new VolumeMountBuilder()
                        .withName(CONFIG)
                        .withMountPath(path)
                        .withSubPath(key(path))
                        .withReadOnly(true)
                        .build()));
    return mounts;
  }

  private List<String> folders() {
    List<String> folders = new ArrayList<>(List.of("/tmp"));
    writablePaths.stream().filter(path -> !path.equals("/tmp")).forEach(folders::add);
    return folders;
  }

  private static String folder(int index) {
    return index == 0 ? "tmp" : "writable-" + index;
  }

  private String key(String path) {
    int number = List.copyOf(configFiles.keySet()).indexOf(path);
    return number + "-" + path.substring(path.lastIndexOf('/') + 1);
  }
}
