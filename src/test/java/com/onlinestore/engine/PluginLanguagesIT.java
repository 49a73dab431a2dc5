package com.onlinestore.engine;

import static com.onlinestore.engine.Consumers.secret;
import static com.onlinestore.engine.Stacks.isQuiet;
import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.automation.UpResult;
import com.pulumi.automation.WorkspaceStack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The same stack in each language, installed and brought up as docs/plugin.md says. */
@Execution(ExecutionMode.SAME_THREAD)
class PluginLanguagesIT {

  private enum Language {
    YAML("from-yaml", "pulumi-language-yaml"),
    TYPESCRIPT("from-typescript", "pulumi-language-nodejs", "npm"),
    PYTHON("from-python", "pulumi-language-python", "pulumi-language-python-exec", "python3"),
    GO("from-go", "pulumi-language-go", "go");

    private final String example;
    private final String[] programs;

    Language(String example, String... programs) {
      this.example = example;
      this.programs = programs;
    }
  }

  @TempDir private Path folder;
  private Consumers consumers;

  @BeforeAll
  static void needsEngineAndCluster() {
    Tools.requireCluster();
    Tools.require("mvn");
  }

  @BeforeEach
  void clones() throws IOException {
    consumers = Consumers.in(folder);
  }

  /** So that a test that fails does not spoil the next. */
  @AfterEach
  void takesDownWhatAFailureLeft() throws Exception {
    consumers.stacks().destroyAll();
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void aPlatformAndAStoreComeUpStayQuietKeepSecretsAndGoInOrder(Language language)
      throws Exception {
    Tools.require(language.programs);
    Path project = consumers.example(language.example);
    install(project);
    Set<String> before = Cluster.objects();
    WorkspaceStack stack = consumers.stack(project);
    secret(stack, "grafanaPassword", "an-administrators-password");
    secret(stack, "kubeconfig", Files.readString(Path.of(System.getenv("KUBECONFIG"))));

    UpResult up = stack.up();
    assertThat(up.outputs().get("url").value()).isEqualTo("http://shop.localhost:8080");
    assertThat(up.outputs().get("reach").value())
        .isEqualTo("kubectl -n shop-gateway port-forward service/shop-gateway 8080:80");
    assertThat(Cluster.deployments("shop")).containsOnlyKeys("web-v1", "stock-v1");
    assertThat(Cluster.deployments("shop").values()).allMatch(Cluster::allReady);
    assertThat(
            Tools.run(
                consumers.checkout().backend(),
                "grep",
                "-rlE",
                "administrators-password|admin-token",
                "."))
        .isEqualTo(new Tools.Result(1, ""));
    isQuiet(stack);

    consumers.journal().forget();
    Stacks.destroy(stack);
    consumers
        .journal()
        .inOrder(
            "delete",
            List.of(
                List.of("shop-web-virtual-service", "shop-gateway-listeners"),
                List.of("platform-istio-istiod", "platform-prometheus-release")));
    assertThat(Cluster.objects()).isEqualTo(before);
  }

  @Test
  void whatIsNotKnownYetIsPreviewedAllTheSameFromPython() throws Exception {
    Tools.require(Language.PYTHON.programs);
    Path project = consumers.bring("eks-python");
    install(project);
    WorkspaceStack stack = consumers.stack(project);
    Consumers.comesUpFromWhatIsNotKnownYet(stack);
  }

  /** What is committed already names the SDK, so that a clone stays clean. */
  private static void install(Path project) throws IOException {
    Map<String, String> before = files(project);
    Tools.run(project, "pulumi", "install").orFail();
    assertThat(files(project)).containsAllEntriesOf(before);
  }

  private static Map<String, String> files(Path project) throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> paths = Files.list(project)) {
      for (Path path : paths.filter(Files::isRegularFile).toList()) {
        files.put(path.getFileName().toString(), Files.readString(path));
      }
    }
    return files;
  }
}
