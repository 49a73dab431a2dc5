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
 * @param labels of the pods
 */
public record PodTemplate(Manifest owner, Value metadata, Value spec, Map<String, String> labels) {

  /** The pods of an object; empty for one that makes none. */
  public static Optional<PodTemplate> of(Manifest manifest) {
    Value object = Value.of(manifest);
    if (manifest.kind().equals("Pod")) {
      return Optional.of(of(manifest, object));
    }
    return Stream.of(
            object.at("spec", "template"), object.at("spec", "jobTemplate", "spec", "template"))
        .filter(template -> template.at("spec", "containers").exists())
        .map(template -> of(manifest, template))
        .findFirst();
  }

  private static PodTemplate of(Manifest owner, Value template) {
    Value metadata = template.at("metadata");
    return new PodTemplate(owner, metadata, template.at("spec"), metadata.at("labels").map());
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

  /** Whether they run to an end instead of serving. */
  public boolean ends() {
    String policy = spec.at("restartPolicy").text();
    return policy.equals("Never") || policy.equals("OnFailure");
  }
}
