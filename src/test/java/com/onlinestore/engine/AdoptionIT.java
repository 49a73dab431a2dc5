package com.onlinestore.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.adoptedstore.AdoptedStore;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.onlinestore.components.cluster.ExistingCluster;
import com.onlinestore.components.cluster.ExistingClusterSettings;
import com.onlinestore.components.cluster.KubernetesCluster;
import com.onlinestore.components.service.Store;
import com.onlinestore.components.service.StoreNamespace;
import com.onlinestore.components.service.StoreService;
import com.onlinestore.plan.Manifest;
import com.onlinestore.plan.Plan;
import com.onlinestore.plan.PlanFiles;
import com.onlinestore.plan.Planner;
import com.onlinestore.plan.StackConfig;
import com.pulumi.Context;
import com.pulumi.automation.ConfigValue;
import com.pulumi.automation.LocalWorkspace;
import com.pulumi.automation.LocalWorkspaceOptions;
import com.pulumi.automation.OperationType;
import com.pulumi.automation.PreviewOptions;
import com.pulumi.automation.WorkspaceStack;
import com.pulumi.resources.ComponentResourceOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import pulumirpc.Provider.ReadRequest;

/** What ran before Pulumi comes under the components, is renamed, and is given back. */
@Execution(ExecutionMode.SAME_THREAD)
class AdoptionIT {

  private static final String PROJECT = "adopted-store";
  private static final List<String> BY_HAND =
      List.of("Namespace shop", "Deployment shop/catalogue-v1");

  @TempDir private Path folder;
  private final Map<String, String> environment = new HashMap<>();

  @BeforeEach
  void needsEngineAndCluster() throws IOException {
    Tools.requireCluster();
    environment.put(
        "PULUMI_BACKEND_URL", "file://" + Files.createDirectories(folder.resolve("backend")));
    environment.put("PULUMI_CONFIG_PASSPHRASE", "test");
    environment.put("PULUMI_SKIP_UPDATE_CHECK", "true");
    ExamplesIT.bringKinds();
  }

  /** It is the test's own, and no stack deletes it. */
  @AfterEach
  void takesDownWhatItMadeByHand() {
    Cluster.kubectl("delete", "namespace", "shop", "--ignore-not-found");
  }

  /** The import finds what is there as the program has it, and writes nothing. */
  @Test
  void whatRanBeforePulumiIsTakenOverAsItIs() throws Exception {
    byHand();
    String before = versions();

    try (ImportingProvider kubernetes =
        new ImportingProvider("kubernetes", Map.of(), AdoptionIT::applied)) {
      environment.putAll(kubernetes.variables());
      WorkspaceStack stack = stack(AdoptedStore::stack);
      assertThat(stack.up().summary().resourceChanges())
          .containsEntry(OperationType.IMPORT, BY_HAND.size())
          .containsOnlyKeys(OperationType.IMPORT, OperationType.CREATE);
      assertThat(changes(stack)).isEqualTo(Set.of(OperationType.SAME));
      assertThat(versions()).isEqualTo(before);
      Stacks.destroy(stack);
    }
  }

  /** Without an import: what is there and what the program has are merged by the API server. */
  @Test
  void whatWasTakenOverIsRenamedAndGivenBackAndNothingRestarts() throws Exception {
    byHand();
    String before = versions();

    stack(AdoptionIT::withAnotherName).up();
    WorkspaceStack renamed = stack(AdoptedStore::stack);
    assertThat(changes(renamed)).isEqualTo(Set.of(OperationType.SAME));
    assertThat(renamed.up().summary().resourceChanges()).containsOnlyKeys(OperationType.SAME);
    assertThat(versions()).isEqualTo(before);

    Set<String> running = Cluster.settled();
    pulumi(renamed, "stack", "rm", "dev", "--force", "--yes");
    assertThat(Cluster.objects()).isEqualTo(running);
    assertThat(versions()).isEqualTo(before);
  }

  /** As somebody would: from what the plan says that the program would make. */
  private void byHand() {
    Plan plan =
        Planner.plan(
            StackConfig.read(Path.of("../examples/java", PROJECT), "dev"), AdoptedStore::stack);
    PlanFiles.write(plan, folder.resolve("plan"));
    for (Manifest object : Manifest.of(plan)) {
      if (BY_HAND.contains(object.kind() + " " + object.path())) {
        Path file = folder.resolve(object.kind() + ".json");
        write(file, object.content());
        Cluster.kubectl("apply", "-f", file.toString());
      }
    }
    Cluster.kubectl(
        "-n",
        "shop",
        "wait",
        "deployment/catalogue-v1",
        "--timeout=60s",
        "--for=jsonpath={.metadata.annotations.deployment\\.kubernetes\\.io/revision}=1");
  }

  /** The stack before its service was renamed. */
  private static void withAnotherName(Context context) {
    KubernetesCluster cluster =
        new ExistingCluster(
            "cluster", ExistingClusterSettings.defaults(), ComponentResourceOptions.Empty);
    Store store = AdoptedStore.store(context);
    StoreNamespace namespace = new StoreNamespace("shop", store, 0, cluster.options());
    new StoreService(
        "web", "catalogue", store, namespace.prepared(), AdoptedStore.options(cluster));
  }

  private WorkspaceStack stack(Consumer<Context> program) throws Exception {
    WorkspaceStack stack =
        LocalWorkspace.createOrSelectStack(
            PROJECT,
            "dev",
            program,
            LocalWorkspaceOptions.builder().environmentVariables(environment).build());
    stack.setConfig("image", new ConfigValue("ghcr.io/stefanprodan/podinfo:6.14.1"));
    return stack;
  }

  private static Set<OperationType> changes(WorkspaceStack stack) throws Exception {
    return stack.preview(PreviewOptions.builder().build()).changeSummary().keySet();
  }

  private void pulumi(WorkspaceStack stack, String... arguments) {
    List<String> command = new ArrayList<>(List.of("env"));
    environment.forEach((name, value) -> command.add(name + "=" + value));
    command.add("pulumi");
    command.addAll(List.of(arguments));
    Tools.run(stack.workspace().workDir(), command).orFail();
  }

  /** Which objects they are, and how many templates of pods there were. */
  private static String versions() {
    JsonNode deployment = Cluster.json("-n", "shop", "get", "deployment", "catalogue-v1");
    return Cluster.json("get", "namespace", "shop").at("/metadata/uid").asText()
        + deployment.at("/metadata/uid").asText()
        + " "
        + deployment.at("/metadata/annotations/deployment.kubernetes.io~1revision").asText();
  }

  /** What kubectl applied, which is what Pulumi's own provider imports an object by as well. */
  private static Optional<JsonNode> applied(ReadRequest object) {
    String[] path = object.getId().split("/");
    String kind = object.getUrn().replaceFirst("::[^:]*$", "").replaceFirst(".*:", "");
    ObjectNode applied =
        Cluster.json(
                "-n", path[0], "apply", "view-last-applied", kind + "/" + path[path.length - 1])
            .deepCopy();
    // kubectl's own addition.
    applied.withObject("/metadata").remove("annotations");
    return Optional.of(applied);
  }

  private static void write(Path file, JsonNode content) {
    try {
      Files.writeString(file, content.toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
