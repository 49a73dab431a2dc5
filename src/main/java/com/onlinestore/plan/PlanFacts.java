package com.onlinestore.plan;

import com.onlinestore.plan.cloud.Opening;
import com.onlinestore.plan.cloud.Right;
import com.onlinestore.plan.mesh.CallGraph;
import com.onlinestore.plan.mesh.Inventory;
import java.util.List;
import java.util.Optional;

/**
 * What a plan means, beyond its resources: what a reviewer asks first. Read from the planned
 * objects and not from the settings they came from.
 *
 * @param plan itself
 * @param manifests every Kubernetes object
 * @param releases every Helm release
 * @param openings what can be reached from outside
 * @param plaintext where mutual TLS is not demanded
 * @param calls who may call whom
 * @param rights who may do what in the cloud
 * @param deviations what the stack file has another word on
 * @param workloads pods that run for good, without those of Helm releases
 * @param cost what the cloud's parts cost; empty where nobody says
 * @param mistakes what Istio would ignore or answer with errors
 */
public record PlanFacts(
    Plan plan,
    List<Manifest> manifests,
    List<PlannedRelease> releases,
    List<Opening> openings,
    List<Plaintext> plaintext,
    CallGraph calls,
    List<Right> rights,
    List<Deviation> deviations,
    List<Workload> workloads,
    Optional<Cost> cost,
    List<String> mistakes) {

  /** Copies the lists. */
  public PlanFacts {
    manifests = List.copyOf(manifests);
    releases = List.copyOf(releases);
    openings = List.copyOf(openings);
    plaintext = List.copyOf(plaintext);
    rights = List.copyOf(rights);
    deviations = List.copyOf(deviations);
    workloads = List.copyOf(workloads);
    mistakes = List.copyOf(mistakes);
  }

  /** Reads a plan. */
  public static PlanFacts of(Plan plan) {
    List<Manifest> manifests = Manifest.of(plan);
    List<PlannedRelease> releases = PlannedRelease.of(plan);
    Inventory mesh = MeshParts.of(manifests, releases);
    return new PlanFacts(
        plan,
        manifests,
        releases,
        Exposure.of(plan, manifests, releases),
        PlaintextTable.of(manifests),
        CallGraph.of(mesh),
        RightsTable.rights(plan),
        OverrideTable.of(plan, manifests),
        Workload.of(manifests),
        CostTable.cost(plan),
        MeshCheck.mistakes(mesh));
  }
}
