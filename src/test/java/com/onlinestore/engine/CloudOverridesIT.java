package com.onlinestore.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.onlinestore.PlannedStack;
import com.pulumi.automation.CommandException;
import com.pulumi.automation.OperationType;
import com.pulumi.automation.WorkspaceStack;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Another word on a resource of a cloud, and one that is there already: on Pulumi's real engine,
 * with a cluster on a simulated AWS.
 */
@Execution(ExecutionMode.SAME_THREAD)
class CloudOverridesIT {

  private static final String NODES = "online-store-dev-general";
  private static final String ADDRESS = "online-store-dev-nat-0-address";
  private static final String ID = "eipalloc-0123456789abcdef0";
  private static final String OVERRIDES = "    overrides:\n      - of: ";
  private static final String PATCH =
      "NodeGroup "
          + NODES
          + "\n        reason: a sale is coming\n"
          + "        patch: {updateConfig: {maxUnavailablePercentage: 20}, tags: {acme.example.com/pool: sale}}\n";

  private static final String TAKEN_OVER =
      "Eip "
          + ADDRESS
          + "\n        reason: partners let this address in\n"
          + "        adopt: true\n        id: "
          + ID
          + "\n";

  @TempDir private Path folder;
  private final Stacks stacks = new Stacks();
  private Checkout checkout;
  private Journal journal;
  private ImportingProvider aws;

  @BeforeAll
  static void needsEngineAndCluster() {
    Tools.requireCluster();
  }

  @BeforeEach
  void onlyACluster() throws IOException {
    checkout = Checkout.fromJar(folder);
    checkout.edit("dev", "    cluster:\n", "    cluster:\n      only: true\n");
    journal = new Journal(folder.resolve("journal"));
  }

  /** So that a test that fails does not spoil the next. */
  @AfterEach
  void takesDownWhatAFailureLeft() throws Exception {
    stacks.destroyAll();
    if (aws != null) {
      aws.close();
    }
  }

  @Test
  void aPatchReachesTheCloudAsOneUpdateAndIsTakenBackByOne() throws Exception {
    WorkspaceStack stack = stack(Map.of());
    stack.up();
    JsonNode asMade = nodes(stack);

    override(PATCH);
    isOneUpdate(stack);
    assertThat(atOnce(stack)).isEqualTo(20);
    assertThat(nodes(stack).at("/tags/acme.example.com~1pool").asText()).isEqualTo("sale");
    assertThat(nodes(stack).at("/tags").size()).isEqualTo(asMade.at("/tags").size() + 1);

    checkout.edit("dev", "Percentage: 20", "Percentage: 25");
    isOneUpdate(stack);
    assertThat(atOnce(stack)).isEqualTo(25);

    checkout.edit("dev", OVERRIDES + PATCH.replace("20", "25"), "");
    isOneUpdate(stack);
    assertThat(nodes(stack)).isEqualTo(asMade);

    journal.forget();
    Stacks.destroy(stack);
    assertThat(journal.names("delete")).contains(NODES);
  }

  @Test
  void aPatchOfAWrongTypeStopsTheUpdateBeforeItsFirstStep() throws Exception {
    override(PATCH.replace("20", "some"));

    assertThatThrownBy(stack(Map.of())::up)
        .isInstanceOf(CommandException.class)
        .hasMessageContaining(
            "online-store:store overrides[0].patch.updateConfig.maxUnavailablePercentage:"
                + " \"some\" must be a whole number.")
        .hasMessageNotContaining("\tat ");
    assertThat(journal.file()).doesNotExist();
  }

  @Test
  void whatIsThereAlreadyIsTakenOverAsItIsAndKept() throws Exception {
    WorkspaceStack stack = whereThereIs(address());
    override(TAKEN_OVER);

    assertThat(stack.up().summary().resourceChanges())
        .containsEntry(OperationType.IMPORT, 1)
        .containsOnlyKeys(OperationType.IMPORT, OperationType.CREATE);
    assertThat(journal.names("create")).contains("online-store-dev-nat-0").doesNotContain(ADDRESS);
    assertThat(resource(stack, ADDRESS).path("id").asText()).isEqualTo(ID);
    Stacks.isQuiet(stack);

    checkout.edit("dev", OVERRIDES + TAKEN_OVER, "");
    Stacks.isQuiet(stack);
    assertThat(resource(stack, ADDRESS).path("id").asText()).isEqualTo(ID);

    Stacks.destroy(stack);
    assertThat(journal.names("delete")).contains(ADDRESS);
  }

  /** Older engines refuse it instead. */
  @Test
  void whatIsThereButDiffersIsTakenOverAndUpdated() throws Exception {
    ObjectNode another = address();
    another.withObject("/tags").put("owner", "somebody-else");
    WorkspaceStack stack = whereThereIs(another);
    override(TAKEN_OVER);

    stack.up();
    assertThat(journal.names("update")).containsExactly(ADDRESS);
    assertThat(journal.names("create")).doesNotContain(ADDRESS);
    assertThat(resource(stack, ADDRESS).path("id").asText()).isEqualTo(ID);
    assertThat(resource(stack, ADDRESS).at("/outputs/tags/owner").asText()).isEqualTo("store-team");
    Stacks.isQuiet(stack);
  }

  @Test
  void whatIsNotThereIsNotTakenOver() throws Exception {
    WorkspaceStack stack = whereThereIs(address());
    override(TAKEN_OVER.replace("0123456789", "9876543210"));

    assertThatThrownBy(stack::up)
        .isInstanceOf(CommandException.class)
        .hasMessageContaining("resource 'eipalloc-9876543210abcdef0' does not exist");
    assertThat(journal.names("create")).doesNotContain(ADDRESS);
  }

  /** As somebody made it once: what the program would make as well. */
  private ObjectNode address() {
    return PlannedStack.of("dev", checkout.project().resolve("Pulumi.dev.yaml"))
        .resources()
        .stream()
        .filter(resource -> resource.name().equals(ADDRESS))
        .findFirst()
        .orElseThrow()
        .inputs()
        .deepCopy();
  }

  private WorkspaceStack whereThereIs(JsonNode address) throws Exception {
    aws =
        new ImportingProvider(
            "aws",
            Map.of("SIMULATOR_JOURNAL", journal.file().toString()),
            asked -> Optional.of(address).filter(any -> asked.getId().equals(ID)));
    return stack(aws.variables());
  }

  private void isOneUpdate(WorkspaceStack stack) throws Exception {
    journal.forget();
    assertThat(stack.up().summary().resourceChanges())
        .containsOnlyKeys(OperationType.SAME, OperationType.UPDATE);
    assertThat(journal.names("update")).containsExactly(NODES);
    Stacks.isQuiet(stack);
  }

  private void override(String override) throws IOException {
    checkout.edit("dev", "    gateway:\n", OVERRIDES + override + "    gateway:\n");
  }

  private WorkspaceStack stack(Map<String, String> more) throws Exception {
    Map<String, String> variables = new HashMap<>(more);
    variables.put("SIMULATOR_JOURNAL", journal.file().toString());
    return stacks.of(checkout, "dev", variables);
  }

  private static int atOnce(WorkspaceStack stack) throws Exception {
    return nodes(stack).at("/updateConfig/maxUnavailablePercentage").asInt();
  }

  private static JsonNode nodes(WorkspaceStack stack) throws Exception {
    return resource(stack, NODES).path("outputs");
  }

  /** A resource as the cloud says it is. */
  private static JsonNode resource(WorkspaceStack stack, String name) throws Exception {
    stack.workspace().selectStack(stack.name());
    JsonNode resources =
        new ObjectMapper().valueToTree(stack.exportStack().deployment()).at("/resources");
    for (JsonNode resource : resources) {
      if (resource.path("urn").asText().endsWith("::" + name)) {
        return resource;
      }
    }
    throw new AssertionError("No " + name + " in " + resources);
  }
}
