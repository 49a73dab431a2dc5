package com.onlinestore.pipelines;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the commands on a stack make of Pulumi's answers; a script stands in for Pulumi. */
class StackTest {

  private static final String STEPS =
      """
      create  kubernetes:core/v1:ConfigMap  pages
      replace  kubernetes:apps/v1:Deployment  orders  spec.selector
      update  kubernetes:core/v1:Service  a::b  spec, metadata
      """;

  @TempDir private Path project;

  @BeforeAll
  static void needsTheProgramsOfTheScripts() {
    Scripts.requirePrograms("bash", "jq");
  }

  @BeforeEach
  void copyTheScript() throws IOException {
    Files.createDirectory(project.resolve("ci"));
    Files.copy(Scripts.PROJECT.resolve("ci/stack"), project.resolve("ci/stack"));
    assertThat(project.resolve("ci/stack").toFile().setExecutable(true)).isTrue();
  }

  @Test
  void aPreviewIsALineForEachResourceThatChanges() throws Exception {
    Scripts.Result result = run("preview", previewOf(""));

    assertThat(result.exitCode()).as(result.output()).isZero();
    assertThat(file("steps")).isEqualTo(STEPS);
    assertThat(result.output())
        .isEqualTo("### pulumi up of stack prod would\n\n<pre>\n" + STEPS + "</pre>\n");
  }

  @Test
  void aPreviewThatFailsTellsWhy() throws Exception {
    Scripts.Result result =
        run("preview", "echo '{\"diagnostics\": [{\"message\": \"no such region\"}]}'; exit 4");

    assertThat(result).isEqualTo(new Scripts.Result(1, "no such region\n"));
  }

  @Test
  void upDoesWhatWasPreviewed() throws Exception {
    run("preview", previewOf(""));

    assertThat(run("up", previewOf("")))
        .isEqualTo(
            new Scripts.Result(
                0,
                "pulumi up --stack prod --yes --skip-preview --non-interactive --color never"
                    + " --suppress-progress\n"));
  }

  @Test
  void upRefusesWhatNobodySaw() throws Exception {
    run("preview", previewOf(""));
    Scripts.Result result =
        run("up", previewOf("{\"op\": \"delete\", \"urn\": \"urn:pulumi:prod::s::T::z\"},"));

    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.output())
        .contains("\n+delete  T  z\n")
        .endsWith("This is not what was previewed and approved: run the pipeline again.\n")
        .doesNotContain("--yes");
  }

  @Test
  void upWithoutAPreviewIsRefused() throws Exception {
    assertThat(run("up", previewOf("")).output()).doesNotContain("--yes");
  }

  @Test
  void driftIsALineForEachResourceThatIsNotAsItWasLeft() throws Exception {
    Scripts.Result result =
        run(
            "drift",
            """
            cat <<T
            Previewing refresh (prod):
             ~  kubernetes:core/v1:Service users refreshing
             ~  kubernetes:core/v1:Service users update [diff: ~spec]
                kubernetes:core/v1:Service orders
             -  kubernetes:policy/v1:PodDisruptionBudget orders delete
            Resources:
                ~ 1 to update
            T
            exit 7
            """);

    assertThat(result.exitCode()).as(result.output()).isZero();
    assertThat(file("drift"))
        .isEqualTo(
            """
             -  kubernetes:policy/v1:PodDisruptionBudget orders delete
             ~  kubernetes:core/v1:Service users update [diff: ~spec]
            """);
  }

  @Test
  void noDriftIsAnEmptyFile() throws Exception {
    Scripts.Result result = run("drift", "echo Previewing");

    assertThat(result)
        .isEqualTo(new Scripts.Result(0, "### Drift of stack prod\n\n<pre>\nnothing\n</pre>\n"));
    assertThat(file("drift")).isEmpty();
  }

  @Test
  void whetherThereIsDriftIsNotKnownWherePulumiFails() throws Exception {
    assertThat(run("drift", "echo 'error: no credentials'; exit 3"))
        .isEqualTo(new Scripts.Result(3, "error: no credentials\n"));
    assertThat(project.resolve("target/ci/prod/drift")).doesNotExist();
  }

  private Scripts.Result run(String command, String pulumi) throws Exception {
    return Scripts.run(
        project, Scripts.withProgram(project, "pulumi", pulumi), "stack", command, "prod");
  }

  /** Answers a preview with steps, everything else with the command line. */
  private static String previewOf(String more) {
    return """
    [[ $1 == preview ]] || { echo "pulumi $*"; exit; }
    cat <<T
    {"steps": [%s
      {"op": "update", "urn": "urn:pulumi:prod::store::X\\$kubernetes:core/v1:Service::a::b",
       "diffReasons": ["spec", "metadata"]},
      {"op": "same", "urn": "urn:pulumi:prod::store::pulumi:pulumi:Stack::store-prod"},
      {"op": "replace", "urn": "urn:pulumi:prod::store::X\\$kubernetes:apps/v1:Deployment::orders",
       "diffReasons": ["spec"], "replaceReasons": ["spec.selector"]},
      {"op": "create", "urn": "urn:pulumi:prod::store::Pages\\$kubernetes:core/v1:ConfigMap::pages"}
    ]}
    T
    """
        .formatted(more);
  }

  private String file(String name) throws IOException {
    return Files.readString(project.resolve("target/ci/prod").resolve(name));
  }
}
