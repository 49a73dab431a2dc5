package com.onlinestore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.onlinestore.components.kubernetes.OverrideSettings;
import com.onlinestore.config.StackFile;
import com.onlinestore.plan.Deviation;
import com.onlinestore.plan.Plan;
import com.onlinestore.plan.PlanFacts;
import com.onlinestore.plan.PlanReport;
import com.onlinestore.plan.PlannedResource;
import com.onlinestore.plan.StackConfig;
import com.onlinestore.policy.Finding;
import com.onlinestore.policy.UnusedOverrides;
import com.onlinestore.review.difference.Change;
import com.onlinestore.review.difference.Difference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The way out where no setting says what is needed. */
class OverridesTest {

  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void file() {
    file = folder.resolve("overrides.yaml");
  }

  @Test
  void aGeneratedObjectAndTheValuesOfAReleaseTakeAnotherWord() throws IOException {
    write(
        """
        - of: Deployment store/orders-v1
          reason: nodes with local disks are labelled by hand
          patch: {spec: {template: {spec: {nodeSelector: {disk: local}, hostname: null}}}}
        - of: Release istio-system/istiod
          reason: a flag that has no setting yet
          patch: {env: {PILOT_FLAG: "true"}, autoscaleMin: 3}
        """);

    Plan plan = PlannedStack.of("dev", file);

    PlannedResource orders = resource(plan, "orders-deployment-v1");
    assertThat(orders.inputs().at("/spec/template/spec/nodeSelector/disk").asText())
        .isEqualTo("local");
    assertThat(orders.inputs().at("/spec/template/spec/containers/0/name").asText())
        .isEqualTo("orders");
    assertThat(resource(plan, "istio-istiod").inputs().at("/values/env/PILOT_FLAG").asText())
        .isEqualTo("true");
    assertThat(resource(plan, "istio-base").inputs().has("description")).isFalse();
    assertThat(PlanReport.of(PlanFacts.of(plan)))
        .contains(
            """
            Overrides
              what                         reason, and what is set
              Deployment store/orders-v1   nodes with local disks are labelled by hand (spec.template.spec.hostname, spec.template.spec.nodeSelector.disk)
              Release istio-system/istiod  a flag that has no setting yet (autoscaleMin, env.PILOT_FLAG)
            """);
  }

  @Test
  void whatIsThereAlreadyIsTakenOver() throws IOException {
    write("- {of: Namespace store, adopt: true, reason: the store ran before Pulumi}");

    Plan plan = PlannedStack.of("dev", file);

    assertThat(resource(plan, "store-mesh-namespace").options().adopts()).isEqualTo("store");
  }

  /** So that what is there and what the program has are the same. */
  @Test
  void whatIsTakenOverIsNotAnnotated() throws IOException {
    write(
        """
        - of: Deployment store/orders-v1
          adopt: true
          reason: the store ran before Pulumi
          patch: {spec: {progressDeadlineSeconds: 600}}
        """);

    Plan plan = PlannedStack.of("dev", file);

    assertThat(resource(plan, "orders-deployment-v1").options().adopts())
        .isEqualTo("store/orders-v1");
    assertThat(resource(plan, "orders-deployment-v1").inputs().toString())
        .doesNotContain("online-store/override");
    assertThat(PlanReport.of(PlanFacts.of(plan)))
        .contains(
            "Deployment store/orders-v1  the store ran before Pulumi"
                + " (adopted, spec.progressDeadlineSeconds)");
  }

  /** No input of it says so. */
  @Test
  void whoReviewsAChangeSeesWhatIsTakenOver() throws IOException {
    write("[]");
    Plan before = PlannedStack.anew("dev", file);
    write("- {of: Namespace store, adopt: true, reason: the store ran before Pulumi}");
    Plan after = PlannedStack.anew("dev", file);

    assertThat(Difference.between(before, after).changes())
        .singleElement()
        .satisfies(
            change -> {
              assertThat(change.name()).isEqualTo("Namespace store");
              assertThat(change.properties())
                  .extracting(property -> property.path() + " " + property.after())
                  .containsExactly("import \"store\"");
            });
    assertThat(Difference.between(after, before).changes()).isEmpty();
    assertThat(Difference.between(Plan.empty("online-store", "dev"), after).changes())
        .filteredOn(change -> change.name().equals("Namespace store"))
        .extracting(Change::effect)
        .containsExactly("is there already, taken over as store");
    assertThat(PlanFacts.of(after).deviations())
        .containsExactly(new Deviation("Namespace store", "the store ran before Pulumi (adopted)"));
  }

  @Test
  void aResourceOfACloudTakesAnotherWordToo() throws IOException {
    writeWithCluster(
        """
        - of: Cluster online-store-dev-cluster
          reason: audits are kept elsewhere
          patch: {enabledClusterLogTypes: [api], zonalShiftConfig: {enabled: true}}
        - of: Eip online-store-dev-nat-0-address
          reason: partners let this address in
          adopt: true
          id: eipalloc-0123456789abcdef0
        - of: Release kube-system/aws-load-balancer-controller
          reason: a flag that has no setting yet
          patch: {enableShield: false}
        """);

    Plan plan = PlannedStack.of("dev", file);

    PlannedResource cluster = resource(plan, "online-store-dev-cluster");
    assertThat(cluster.inputs().path("enabledClusterLogTypes").toString()).isEqualTo("[\"api\"]");
    assertThat(cluster.inputs().at("/zonalShiftConfig/enabled").asBoolean()).isTrue();
    assertThat(cluster.inputs().at("/accessConfig/authenticationMode").asText()).isEqualTo("API");
    assertThat(resource(plan, "online-store-dev-nat-0-address").options().adopts())
        .isEqualTo("eipalloc-0123456789abcdef0");
    assertThat(
            resource(plan, "online-store-dev-aws-load-balancer-controller-release")
                .inputs()
                .at("/values/enableShield")
                .isBoolean())
        .isTrue();
    assertThat(PlanReport.of(PlanFacts.of(plan)))
        .contains(
            """
            Overrides
              what                                              reason, and what is set
              Cluster online-store-dev-cluster                  audits are kept elsewhere (enabledClusterLogTypes, zonalShiftConfig.enabled)
              Eip online-store-dev-nat-0-address                partners let this address in (adopted)
              Release kube-system/aws-load-balancer-controller  a flag that has no setting yet (enableShield)
            """);
    assertThat(unused(plan)).isEmpty();
  }

  @Test
  void aPropertyThatACloudDoesNotKnowIsTold() throws IOException {
    writeWithCluster(
        """
        - {of: Deployment store/orders-v1, patch: {spec: {replicas: 3}}, reason: more are needed}
        - of: Cluster online-store-dev-cluster
          reason: audits are kept elsewhere
          patch: {enabledClusterLogType: [api], vpcConfig: {endpointPublicAcess: true}}
          adopt: true
        """);

    assertThatThrownBy(() -> PlannedStack.of("dev", file))
        .hasMessage(
            """
            The stack file has 3 problems:
              online-store:store overrides[1].id: is missing: nobody but its cloud knows what it is called there.
              online-store:store overrides[1].patch.enabledClusterLogType: is not a property. Did you mean "enabledClusterLogTypes"?
              online-store:store overrides[1].patch.vpcConfig.endpointPublicAcess: is not a property. Did you mean "endpointPublicAccess"?"""
                .stripTrailing());
  }

  /** The SDK would take zero, false or an empty text instead, and say nothing in a plan. */
  @Test
  void aValueThatCannotFitAResourceOfACloudIsTold() throws IOException {
    writeWithCluster(
        """
        - of: Cluster online-store-dev-cluster
          reason: audits are kept elsewhere
          patch:
            enabledClusterLogTypes: [api, 7]
            version: 1.35
            vpcConfig: {endpointPublicAccess: "yes"}
            tags: none
        """);

    assertThatThrownBy(() -> PlannedStack.of("dev", file))
        .hasMessage(
            """
            The stack file has 4 problems:
              online-store:store overrides[0].patch.enabledClusterLogTypes[1]: 7 must be text; write it in quotes: "7".
              online-store:store overrides[0].patch.tags: "none" must be an object (name: value).
              online-store:store overrides[0].patch.version: 1.35 must be text; write it in quotes: "1.35".
              online-store:store overrides[0].patch.vpcConfig.endpointPublicAccess: "yes" must be true or false."""
                .stripTrailing());
  }

  @Test
  void aNumberThatPulumiCannotCarryIsToldWhereverItStands() throws IOException {
    write(
        """
        - of: Deployment store/orders-v1
          reason: audits want it so
          patch: {spec: {minReadySeconds: 99999999999}}
        - of: Release istio-system/istiod
          reason: audits want it so
          patch: {env: [{most: 3000000000.0}]}
        """);

    assertThatThrownBy(() -> PlannedStack.of("dev", file))
        .hasMessage(
            """
            The stack file has 2 problems:
              online-store:store overrides[0].patch.spec.minReadySeconds: must be a whole number from -2147483648 to 2147483647: Pulumi carries no other. Write a larger one in quotes, if text will do.
              online-store:store overrides[1].patch.env[0].most: must be a whole number from -2147483648 to 2147483647: Pulumi carries no other. Write a larger one in quotes, if text will do.""");
  }

  /** It is an output of the deployment, which no patch of text can keep. */
  @Test
  void whatOnlyTheDeploymentKnowsCannotBeOverridden() throws IOException {
    write(
        "- {of: ConfigMap store/store.overview, patch: {stringData: {a: b}}, reason: a test of it}");

    assertThatThrownBy(() -> PlannedStack.of("dev", file))
        .hasMessage(
            """
            The stack file has a problem:
              online-store:store overrides[0].patch.stringData: is not a field that can be overridden.""");
  }

  @Test
  void whatAnObjectIsCalledCannotBeTakenAwayAsAWhole() throws IOException {
    write("- {of: Deployment store/orders-v1, patch: {metadata: null}, reason: audits want it so}");

    assertThatThrownBy(() -> PlannedStack.of("dev", file))
        .hasMessage(
            """
            The stack file has a problem:
              online-store:store overrides[0].patch.metadata: must be an object (name: value): it says what the object is called.""");
  }

  /** Nothing in its name says that it is an object, as a namespace would. */
  @Test
  void anObjectOfTheWholeClusterIsFoundByItsNameAlone() throws IOException {
    write("- {of: Namespace store, adopt: true, id: other, reason: the store ran before Pulumi}");

    assertThatThrownBy(() -> PlannedStack.of("dev", file))
        .hasMessage(
            """
            The stack file has a problem:
              online-store:store overrides[0].id: is only for resources of a cloud: an object is found by its name."""
                .stripTrailing());
  }

  @Test
  void aFieldThatNoObjectHasIsTold() throws IOException {
    write("- {of: Namespace store, patch: {specs: {}, metadata: {}}, reason: audits want it so}");

    assertThatThrownBy(() -> PlannedStack.of("dev", file))
        .hasMessage(
            """
            The stack file has a problem:
              online-store:store overrides[0].patch.specs: is not a field that can be overridden. Did you mean "spec"?"""
                .stripTrailing());
  }

  @Test
  void aProviderIsNothingThatCanBeOverridden() throws IOException {
    write("- {of: Provider cluster-provider, patch: {context: x}, reason: another cluster}");

    assertThat(unused(PlannedStack.of("dev", file)))
        .extracting(Finding::message)
        .containsExactly(
            "overrides[0].of: \"Provider cluster-provider\" is nothing that this stack makes.");
  }

  @Test
  void anOverrideOfNothingStopsTheUpdate() throws IOException {
    write(
        "- {of: Deployment store/order-v1, patch: {spec: {replicas: 3}}, reason: more of them are needed}");

    Plan plan = PlannedStack.of("dev", file);

    assertThat(unused(plan))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.stops()).isTrue();
              assertThat(finding.message())
                  .isEqualTo(
                      "overrides[0].of: \"Deployment store/order-v1\" is nothing that this stack"
                          + " makes. Did you mean \"Deployment store/orders-v1\"?");
            });
  }

  @Test
  void everyMistakeIsTold() throws IOException {
    write(
        """
        - {of: Deployment store/orders-v1, reason: does nothing at all}
        - {of: Service store/orders, patch: {metadata: {name: x}}, reason: another name for it}
        - {of: Service store/orders, patch: {spec: {}}, reason: the same once more}
        - {of: Release istio-system/istiod, adopt: true, reason: it is there already}
        - {of: Service store/users, id: users, patch: {spec: {}}, reason: it is there already}
        - {of: Service store/products, patch: {kind: {a: b}, metadata: {name: {a: b}}}, reason: another name for it}
        - {of: Service store/payments, patch: {specs: {}}, reason: a label for our tools}
        - {of: Sidecar store/payments, patch: {metadata: null}, reason: a label for our tools}
        - {of: Sidecar store/users, patch: {metadata: {annotations: 7}}, reason: a word for our tools}
        """);

    assertThatThrownBy(() -> PlannedStack.of("dev", file))
        .hasMessage(
            """
            The stack file has 10 problems:
              online-store:store overrides[0]: does nothing: give it a patch, or say adopt: true.
              online-store:store overrides[1].patch: must not change what an object is called (metadata.name): it would be another object.
              online-store:store overrides[2].of: "Service store/orders" is overridden twice: put both into one.
              online-store:store overrides[3].adopt: is not for Helm releases: these components import none, and Pulumi makes none whose name is in use. Keep yours by use: existing, or uninstall it first.
              online-store:store overrides[4].id: is only for what is adopted: say adopt: true.
              online-store:store overrides[4].id: is only for resources of a cloud: an object is found by its name.
              online-store:store overrides[5].patch: must not change what an object is called (kind.a, metadata.name.a): it would be another object.
              online-store:store overrides[6].patch.specs: is not a field that can be overridden. Did you mean "spec"?
              online-store:store overrides[7].patch.metadata: must be an object (name: value): it says what the object is called.
              online-store:store overrides[8].patch.metadata.annotations: must be an object (name: value): the reason of the override goes there, too."""
                .stripTrailing());
  }

  private List<Finding> unused(Plan plan) {
    return UnusedOverrides.in(
        plan,
        StackFile.settings(StackConfig.read(Path.of(".."), "dev", file).config())
            .overrides()
            .stream()
            .map(OverrideSettings::of)
            .toList());
  }

  private void write(String overrides) throws IOException {
    write("", overrides);
  }

  private void writeWithCluster(String overrides) throws IOException {
    write(
        """
            ownership: {owner: store-team, costCentre: cc-4711}
            cluster:
              access: {publicFrom: [203.0.113.0/24]}
              eks: {deployer: "arn:aws:iam::111122223333:role/deployer"}
        """,
        overrides);
  }

  private void write(String cluster, String overrides) throws IOException {
    Files.writeString(
        file,
        "config:\n  aws:region: eu-west-1\n  online-store:store:\n    environment: dev\n"
            + "    observability: {use: existing}\n"
            + cluster
            + "    overrides:\n"
            + overrides.indent(6));
  }

  private static PlannedResource resource(Plan plan, String name) {
    return plan.resources().stream()
        .filter(resource -> resource.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError("No resource " + name));
  }
}
