package com.onlinestore.components.delivery;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.onlinestore.components.kubernetes.CustomObject;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import java.util.List;

/**
 * What stands in a Deployment's place where a new template is tried on a part of the requests.
 *
 * @param replicas pods of the stable version
 * @param progressDeadlineAbort whether a new version whose pods do not get ready is given up
 */
public record Rollout(
    int replicas,
    int revisionHistoryLimit,
    boolean progressDeadlineAbort,
    LabelSelector selector,
    PodTemplateSpec template,
    Strategy strategy) {

  /** The API's group and version. */
  public static final String API_VERSION = "argoproj.io/v1alpha1";

  /** The name of this kind. */
  public static final String KIND = "Rollout";

  /** Step by step. */
  public record Strategy(Canary canary) {}

  /** How requests are split, and what is done one after the other; then all go to the new one. */
  public record Canary(TrafficRouting trafficRouting, List<Step> steps) {}

  /** By what requests are split. */
  public record TrafficRouting(Istio istio) {}

  /** The routes whose weights are moved, and the subsets that are the two versions. */
  public record Istio(List<Routes> virtualServices, Subsets destinationRule) {}

  /** Routes of one VirtualService, by their names. */
  public record Routes(String name, List<String> routes) {}

  /** Two subsets of one DestinationRule. */
  public record Subsets(String name, String canarySubsetName, String stableSubsetName) {}

  /** One of three: weight, wait, or judgement. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Step(Integer setWeight, Pause pause, Analysis analysis) {

    /** Sends so many percent of the requests to the new version. */
    public static Step weight(int percent) {
      return new Step(percent, null, null);
    }

    /** Waits. */
    public static Step pause(String duration) {
      return new Step(null, new Pause(duration), null);
    }

    /** Goes on if the template's metrics are good; they may ask for {@code {{args.<hash>}}}. */
    public static Step judge(String template, String hash) {
      return new Step(
          null,
          null,
          new Analysis(
              List.of(new Template(template)),
              List.of(new Argument(hash, new ValueFrom("Latest")))));
    }
  }

  /** How long. */
  public record Pause(String duration) {}

  /** Which templates, with what arguments. */
  public record Analysis(List<Template> templates, List<Argument> args) {}

  /** An AnalysisTemplate of the same namespace. */
  public record Template(String templateName) {}

  /** An argument that the controller fills in. */
  public record Argument(String name, ValueFrom valueFrom) {}

  /** The hash in the names of the new version's pods, or of the stable one's. */
  public record ValueFrom(String podTemplateHashValue) {}

  /** The object with this spec. */
  public CustomObject named(ObjectMeta metadata) {
    return new CustomObject(API_VERSION, KIND, metadata, this);
  }
}
