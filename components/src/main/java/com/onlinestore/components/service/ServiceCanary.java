package com.onlinestore.components.service;

import com.onlinestore.components.delivery.Rollout;
import com.onlinestore.components.delivery.Rollout.Canary;
import com.onlinestore.components.delivery.Rollout.Istio;
import com.onlinestore.components.delivery.Rollout.Routes;
import com.onlinestore.components.delivery.Rollout.Step;
import com.onlinestore.components.delivery.Rollout.Strategy;
import com.onlinestore.components.delivery.Rollout.TrafficRouting;
import com.onlinestore.components.kubernetes.CustomObject;
import com.onlinestore.components.kubernetes.Labels;
import com.onlinestore.components.mesh.istio.DestinationRule.Subset;
import io.fabric8.kubernetes.api.model.LabelSelectorBuilder;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The Rollout in the place of a Deployment, and what its controller and this program share.
 *
 * <p>The controller writes the weights of one route and the labels of two subsets, and the
 * autoscaler the number of pods. All else stays ours.
 */
record ServiceCanary(ServiceWorkload workload) {

  /** The subset that gets all requests while nothing changes. */
  static final String STABLE = "stable";

  /** The subset of a new version on trial. */
  static final String CANARY = "canary";

  /** What the controller tells the pods of two versions apart by. */
  static final String HASH_LABEL = "rollouts-pod-template-hash";

  /** Where the controller moves weights. */
  static final String WEIGHTS = "spec.http[*].route[*].weight";

  /** Where the controller says which pods are which; their first labels never change. */
  static final String SUBSETS = "spec.subsets";

  /** Where an autoscaler decides. */
  static final String REPLICAS = "spec.replicas";

  /**
   * A change of ours wins, also over a field that the controller wrote last; the controller puts
   * its part back at once. Otherwise the API server refuses the whole change as a conflict.
   */
  private static final Map<String, String> OURS_WINS = Map.of("pulumi.com/patchForce", "true");

  /**
   * Pulumi waits for the first pod of a new Rollout, because the Deployment before it goes next. It
   * holds for good from then on, so that no run waits for a canary.
   */
  private static final Map<String, String> AWAIT_FIRST_POD =
      Map.of("pulumi.com/waitFor", "jsonpath={.status.availableReplicas}");

  /** The same object, made to be shared with a controller. */
  static CustomObject shared(CustomObject object) {
    return object.annotated(OURS_WINS);
  }

  /**
   * Of a name of its own: while a service changes from a Deployment to a Rollout, the rule with the
   * old subsets stands beside it, and no request loses its subset.
   */
  static ObjectMeta rule(String service, Store store) {
    return Labels.metadata(
        ruleName(service), store.namespace(), Labels.of(service, store.namespace()));
  }

  static String ruleName(String service) {
    return service + "--canary";
  }

  /** Both are all pods, until the controller adds its label. */
  static List<Subset> subsets(String service) {
    return List.of(
        new Subset(STABLE, Labels.selector(service)), new Subset(CANARY, Labels.selector(service)));
  }

  CustomObject rollout() {
    ServiceSettings settings = workload.settings();
    return shared(
        new Rollout(
                settings.autoscaling() == null ? settings.replicas() : settings.autoscaling().min(),
                3,
                true,
                new LabelSelectorBuilder().withMatchLabels(workload.podLabels()).build(),
                workload.template(),
                new Strategy(new Canary(new TrafficRouting(istio()), steps())))
            .named(workload.store().metadata(workload.name(), settings.version()))
            .annotated(AWAIT_FIRST_POD));
  }

  /** The controller's share of the Rollout itself. */
  List<String> ignored() {
    return workload.settings().autoscaling() == null ? List.of() : List.of(REPLICAS);
  }

  private Istio istio() {
    String service = workload.name();
    return new Istio(
        workload.settings().servicePorts().stream()
            .filter(port -> port.protocol().hasRequests())
            .map(
                port ->
                    new Routes(
                        ServiceRoutes.nameOf(service, workload.settings(), port),
                        List.of(ServiceRoutes.BY_WEIGHT)))
            .toList(),
        new Rollout.Subsets(ruleName(service), CANARY, STABLE));
  }

  private List<Step> steps() {
    CanarySettings canary = workload.settings().canary();
    List<Step> steps = new ArrayList<>();
    for (int percent : canary.steps()) {
      steps.add(Step.weight(percent));
      steps.add(Step.pause(canary.interval().toString()));
      steps.add(Step.judge(workload.name(), CanaryAnalysis.HASH));
    }
    return steps;
  }
}
