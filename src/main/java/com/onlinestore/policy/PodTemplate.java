package com.onlinestore.policy;

import com.onlinestore.plan.Manifest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Pods that an object makes: a Deployment, a StatefulSet, a DaemonSet, a Job, a CronJob, a Rollout,
 * a Pod, or any other kind with a template of pods.
 *
 * @param owner the object
 * @param metadata of the pods
 * @param spec of the pods
 */
public record PodTemplate(Manifest owner, Value metadata, Value spec) {

  /** The pods of an object; empty for one that makes none. */
  public static Optional<PodTemplate> of(Manifest manifest) {
    Value object = Value.of(manifest);
    if (manifest.kind().equals("Pod")) {
      return Optional.of(new PodTemplate(manifest, object.at("metadata"), object.at("spec")));
    }
    return Stream.of(
            object.at("spec", "template"), object.at("spec", "jobTemplate", "spec", "template"))
        .filter(template -> template.at("spec", "containers").exists())
        .map(template -> new PodTemplate(manifest, template.at("metadata"), template.at("spec")))
        .findFirst();
  }

  /** Init containers first, in their order. */
  public List<Container> containers() {
    List<Container> all = new ArrayList<>();
    // An init container that restarts is a sidecar and runs to the end.
    spec.each("initContainers")
        .forEach(
            each ->
                all.add(
                    new Container(each, this, !each.at("restartPolicy").text().equals("Always"))));
    spec.each("containers").forEach(each -> all.add(new Container(each, this, false)));
    return all;
  }

  /** Labels of the pods. */
  public Map<String, String> labels() {
    return metadata.at("labels").map();
  }

  /** Whether they run to an end instead of serving. */
  public boolean ends() {
    String policy = spec.at("restartPolicy").text();
    return policy.equals("Never") || policy.equals("OnFailure");
  }
}
