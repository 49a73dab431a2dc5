package com.onlinestore;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandsTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeEach
  void aProject() throws IOException {
    Files.writeString(folder.resolve("Pulumi.yaml"), "name: online-store\nruntime: java\n");
    Files.writeString(folder.resolve("Pulumi.prod.yaml"), "config: {}\n");
  }

  @Test
  void thePlanOfAStackIsShownAndWritten() {
    Path plan = folder.resolve("plan");
    assertThat(run("plan", "prod", "--out", plan.toString())).isZero();
    assertThat(out.toString())
        .startsWith("Plan of stack prod of project online-store")
        .endsWith(
            "Written to " + plan + "; index.html is the plan as a page." + System.lineSeparator());
    assertThat(plan.resolve("index.html")).content().startsWith("<!doctype html>");
    assertThat(plan.resolve("review.json")).isNotEmptyFile();
    assertThat(plan.resolve("resources.json")).isNotEmptyFile();
    assertThat(plan.resolve("manifests/store/deployment-orders-v1.yaml")).isNotEmptyFile();
    assertThat(plan.resolve("values/istio-system-istiod.yaml")).isNotEmptyFile();
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void aChangeIsShownAndWrittenAsOneCommentOverAllStacks() throws IOException {
    Path before = folder.resolve("before");
    assertThat(run("plan", "prod", "--out", before.resolve("prod").toString())).isZero();
    Files.writeString(
        folder.resolve("Pulumi.prod.yaml"),
        "config: {\"online-store:store\": {namespace: shop}}\n");
    Files.writeString(folder.resolve("Pulumi.test.yaml"), "config: {}\n");
    Path comment = folder.resolve("comments/review.md");

    int exitCode =
        run(
            "plan",
            "prod",
            "test",
            "--against",
            before.toString(),
            "--out",
            folder.resolve("plans").toString(),
            "--comment",
            comment.toString());

    assertThat(exitCode).isZero();
    assertThat(out.toString())
        .contains("Stack prod against " + before)
        .contains("  - Namespace store\n")
        .contains("Stack test against " + before)
        .contains("  new stack, ");
    assertThat(comment)
        .content()
        .startsWith("<!-- online-store-plan -->\n")
        .contains("### prod\n")
        .contains("### test\n");
    assertThat(folder.resolve("plans/test/index.html")).isNotEmptyFile();
  }

  @Test
  void aStackFileWithProblemsKeepsNobodyFromTheReviewOfOthers() throws IOException {
    Path before = folder.resolve("before");
    assertThat(run("plan", "prod", "--out", before.resolve("prod").toString())).isZero();
    Files.writeString(folder.resolve("Pulumi.test.yaml"), "config: [\n");
    Path comment = folder.resolve("review.md");
    Files.writeString(comment, "of an earlier change");

    int exitCode =
        run(
            "plan",
            "test",
            "prod",
            "--against",
            before.toString(),
            "--out",
            folder.resolve("plans").toString(),
            "--comment",
            comment.toString());

    assertThat(exitCode).isEqualTo(2);
    assertThat(comment)
        .content()
        .contains("| test | not compared | | |\n| prod | no resource differs | none | none new |\n")
        .contains("```\nPulumi.test.yaml")
        .doesNotContain("earlier change");
  }

  @Test
  void aBaseThatNobodyKnowsIsOneLineAndExitCodeOne() {
    assertThat(run("plan", "prod", "--against", "mian")).isEqualTo(1);
    assertThat(err.toString().lines())
        .hasSize(1)
        .first()
        .asString()
        .startsWith("\"mian\" is neither");
  }

  @Test
  void oneStackFileIsNotThatOfTwoStacks() {
    assertThat(run("plan", "prod", "test", "--config-file", "a.yaml")).isEqualTo(1);
    assertThat(err.toString().lines())
        .containsExactly("--config-file is of one stack, and there are 2.");
  }

  @Test
  void aStackWithoutAFileIsOneLineAndExitCodeTwo() {
    assertThat(run("plan", "prdo")).isEqualTo(2);
    assertThat(err.toString().lines())
        .containsExactly(
            "There is no stack \"prdo\" here: Pulumi.prdo.yaml does not exist. Stacks: prod. Did"
                + " you mean \"prod\"?");
  }

  @Test
  void aStackFileFromAnywhereIsPlannedForTheStack() throws IOException {
    Path file = folder.resolve("elsewhere.yaml");
    Files.writeString(
        file, "config: {\"online-store:store\": {services: {cart: {image: \"acme/cart:1\"}}}}\n");
    Path plan = folder.resolve("plan");
    assertThat(run("plan", "any", "--config-file", file.toString(), "--out", plan.toString()))
        .isZero();
    assertThat(out.toString()).startsWith("Plan of stack any of project online-store");
    assertThat(plan.resolve("manifests/store/deployment-cart-v1.yaml")).isNotEmptyFile();
  }

  @Test
  void aStackFileThatIsNotThereIsOneLineAndExitCodeTwo() {
    assertThat(run("plan", "prod", "--config-file", "examples/wieghts.yaml")).isEqualTo(2);
    assertThat(err.toString().lines())
        .containsExactly("There is no stack file examples/wieghts.yaml.");
  }

  @Test
  void aBadStackFileIsItsProblemsAndExitCodeTwo() throws IOException {
    Files.writeString(
        folder.resolve("Pulumi.prod.yaml"),
        "config: {\"online-store:store\": {services: {cart: {image: \"acme/cart:1\", calls:"
            + " [card]}}}}\n");
    assertThat(run("plan", "prod")).isEqualTo(2);
    assertThat(err.toString().lines())
        .containsExactly(
            "The stack file has a problem:",
            "  online-store:store services.cart.calls[0]: \"card\" is not a service of this store."
                + " Did you mean \"cart\"?");
    assertThat(out.toString()).isEmpty();
  }

  /** Its names are those of the provider's SDK, so no schema knows them. */
  @Test
  void aBadOverrideOfAResourceOfACloudIsItsProblemsAndExitCodeTwo() throws IOException {
    Files.writeString(
        folder.resolve("Pulumi.prod.yaml"),
        """
        config:
          aws:region: eu-west-1
          online-store:store:
            ownership: {owner: store-team, costCentre: cc-4711}
            cluster:
              access: {publicFrom: [203.0.113.0/24]}
              eks: {deployer: "arn:aws:iam::111122223333:role/deployer"}
            overrides:
              - of: Cluster online-store-prod-cluster
                reason: audits are kept elsewhere
                patch: {enabledClusterLogType: [api], vpcConfig: {endpointPublicAccess: "yes"}}
        """);
    assertThat(run("plan", "prod")).isEqualTo(2);
    assertThat(err.toString().lines())
        .containsExactly(
            "The stack file has 2 problems:",
            "  online-store:store overrides[0].patch.enabledClusterLogType: is not a property. Did"
                + " you mean \"enabledClusterLogTypes\"?",
            "  online-store:store overrides[0].patch.vpcConfig.endpointPublicAccess: \"yes\" must be"
                + " true or false.");
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void aMeshThatWouldNotWorkIsShownAndWrittenAndExitCodeTwo() throws IOException {
    Files.writeString(
        folder.resolve("Pulumi.prod.yaml"),
        """
        config:
          online-store:store:
            services: {cart: {image: "acme/cart:1"}}
            gateway:
              hosts: [shop.example.com, cart.example.com]
              tlsSecret: shop-tls
              routes: [{host: cart.example.com, path: /, service: cart}]
        """);
    Path plan = folder.resolve("plan");
    assertThat(run("plan", "prod", "--out", plan.toString())).isEqualTo(2);
    assertThat(out.toString())
        .contains(
            """
            Mistakes in the mesh
              Gateway store-gateway/store-gateway spec.servers[0].hosts[0]: no VirtualService routes
                "shop.example.com" on this gateway, so it answers 404: add a route, or remove the host.
              Gateway store-gateway/store-gateway spec.servers[1].hosts[0]: no VirtualService routes
                "shop.example.com" on this gateway, so it answers 404: add a route, or remove the host.
            """);
    assertThat(plan.resolve("graph.mmd")).isNotEmptyFile();
  }

  @Test
  void aBrokenPolicyIsShownWithWhatToDoAndExitCodeTwo() throws IOException {
    Files.writeString(
        folder.resolve("Pulumi.prod.yaml"),
        """
        config:
          online-store:store:
            services: {cart: {image: "ghcr.io/acme/cart:1@sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"}}
            gateway:
              hosts: [shop.example.com]
              plainHttp: true
              routes: [{path: /, service: cart}]
            policies:
              waivers:
                - rule: exposure/plain-http
                  resource: Gateway store-gateway/store-gateway
                  reason: made-up data only
                  owner: store-team
                  until: 2026-11-21
        """);
    Path plan = folder.resolve("plan");
    assertThat(run("plan", "prod", "--out", plan.toString())).isZero();
    assertThat(out.toString())
        .contains(
            """
            Policy findings
              1 waived
                exposure/plain-http Gateway store-gateway/store-gateway until 2026-11-21 by store-team: made-up
                  data only
            """);
    Files.writeString(
        folder.resolve("Pulumi.prod.yaml"),
        Files.readString(folder.resolve("Pulumi.prod.yaml")).replace("11-21", "11-20"));
    assertThat(run("plan", "prod", "--out", plan.toString())).isEqualTo(2);
    assertThat(out.toString()).contains("  mandatory exposure/plain-http\n");
    assertThat(plan.resolve("graph.mmd")).isNotEmptyFile();
  }

  @Test
  void aStackFileThatIsNotYamlIsOneLineAndExitCodeTwo() throws IOException {
    Files.writeString(folder.resolve("Pulumi.prod.yaml"), "config: [\n");
    assertThat(run("plan", "prod")).isEqualTo(2);
    assertThat(err.toString().lines()).hasSize(1).first().asString().startsWith("Pulumi.prod.yaml");
  }

  @Test
  void anOptionNobodyKnowsIsExitCodeOne() {
    assertThat(run("plan", "prod", "--output", "x")).isEqualTo(1);
    assertThat(err.toString().lines())
        .containsExactly("Unknown option: '--output'", "Try: plan --help");
  }

  @Test
  void aFolderThatHoldsSomethingElseIsNotOverwritten() throws IOException {
    Path precious = Files.createDirectories(folder.resolve("precious"));
    Files.writeString(precious.resolve("letter.txt"), "dear");
    assertThat(run("plan", "prod", "--out", precious.toString())).isEqualTo(1);
    assertThat(precious.resolve("letter.txt")).hasContent("dear");
    assertThat(err.toString().lines()).hasSize(1);
  }

  private int run(String... args) {
    String[] all = Arrays.copyOf(args, args.length + 2);
    all[args.length] = "--project";
    all[args.length + 1] = folder.toString();
    return Commands.run(TODAY, new PrintWriter(out, true), new PrintWriter(err, true), all);
  }
}
