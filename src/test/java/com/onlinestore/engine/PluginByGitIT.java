package com.onlinestore.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.abort;

import com.pulumi.automation.CommandException;
import com.pulumi.automation.WorkspaceStack;
import java.net.BindException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The package from a git address with the folder, as a forge has it. */
@Execution(ExecutionMode.SAME_THREAD)
class PluginByGitIT {

  private static final String ADDRESS = "localhost/acme/store.git/plugin";

  @TempDir private Path folder;
  private Consumers consumers;
  private GitServer server;

  @BeforeEach
  void serves() throws Exception {
    Tools.requireCluster();
    Tools.require("mvn", "git");
    consumers = Consumers.in(folder);
    git("init", "--quiet");
    git("add", "--all");
    git("-c", "user.name=a", "-c", "user.email=a@localhost", "commit", "--quiet", "-m", "all");
    try {
      server = GitServer.of(consumers.checkout().project(), folder);
    } catch (BindException e) {
      abort("Port 443 of loopback, that of a git address, cannot be had: " + e.getMessage());
    }
  }

  @AfterEach
  void ends() throws Exception {
    consumers.stacks().destroyAll();
    if (server != null) {
      server.close();
    }
  }

  @Test
  void theNewestCommitIsPinnedAndServesTheComponents() throws Exception {
    Path project = consumers.bring("mistakes");
    add(project, ADDRESS);
    assertThat(Files.readString(project.resolve("Pulumi.yaml")))
        .contains("online-store: " + ADDRESS + "@" + git("rev-parse", "HEAD").strip());

    WorkspaceStack stack =
        consumers
            .stacks()
            .of(new Checkout(project, consumers.checkout().backend()), "test", environment());
    assertThatThrownBy(stack::preview)
        .isInstanceOf(CommandException.class)
        .hasMessageContaining("\"shop\" has 2 problems:");
  }

  @Test
  void aVersionIsItsTagAndTheNewestOneUnlessSaid() throws Exception {
    git("tag", "v0.1.0");
    git("-c", "user.name=a", "-c", "user.email=a@b", "commit", "-q", "--allow-empty", "-m", "b");
    Path named = consumers.bring("mistakes");
    add(named, ADDRESS + "@v0.1.0");
    assertThat(Files.readString(named.resolve("Pulumi.yaml")))
        .contains("online-store: " + ADDRESS + "@v0.1.0");
    Path newest = consumers.bring("leak");
    add(newest, ADDRESS);
    assertThat(Files.readString(newest.resolve("Pulumi.yaml")))
        .contains("online-store: " + ADDRESS + "@0.1.0");
  }

  private void add(Path project, String address) {
    List<String> command = new ArrayList<>(List.of("env"));
    environment().forEach((name, value) -> command.add(name + "=" + value));
    command.addAll(List.of("pulumi", "package", "add", "https://" + address));
    assertThat(Tools.run(project, command).orFail())
        .contains("Added package onlinestore/Online Store");
  }

  /** Where the plugin is kept: not among the developer's own. */
  private Map<String, String> environment() {
    return Map.of(
        "SSL_CERT_FILE", server.certificate().toString(),
        "PULUMI_HOME", folder.resolve("pulumi").toString());
  }

  private String git(String... arguments) {
    return Tools.run(
            consumers.checkout().project(),
            Stream.concat(Stream.of("git"), Stream.of(arguments)).toList())
        .orFail();
  }
}
