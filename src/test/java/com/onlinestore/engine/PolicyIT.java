package com.onlinestore.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.pulumi.automation.CommandException;
import com.pulumi.automation.OperationType;
import com.pulumi.automation.WorkspaceStack;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Policies under Pulumi's real engine: what stops an update, and what lets it run. */
@Execution(ExecutionMode.SAME_THREAD)
class PolicyIT {

  /** As the engine shows it among its diagnostics. */
  private static final String REFUSAL =
      """
          error: Mandatory policies are broken, so nothing was created:
            mandatory exposure/plain-http
              Gateway store-gateway/store-gateway spec.servers[0].port.protocol: "HTTP", answers in the open
              Why: Everybody on the way reads passwords and orders, and may change them.
              Fix: Give the gateway a certificate, and port 80 a redirect.
      """;

  private static final String WAIVER =
      """
          policies:
            waivers:
              - rule: exposure/plain-http
                resource: Gateway store-gateway/*
                reason: made-up data only
                owner: store-team
                until: %s
          services:
      """;

  @TempDir private Path folder;
  private final Stacks stacks = new Stacks();

  @BeforeAll
  static void needsEngineAndCluster() {
    Tools.requireCluster();
  }

  /** So that a test that fails does not spoil the next. */
  @AfterEach
  void takesDownWhatAFailureLeft() throws Exception {
    stacks.destroyAll();
  }

  @Test
  void aMandatoryFindingStopsPreviewAndUpdateBeforeAnythingIsCreated() throws Exception {
    Set<String> before = Cluster.objects();
    Checkout checkout = open();
    Path journal = folder.resolve("journal");
    WorkspaceStack stack =
        stacks.of(checkout, "local", Map.of("SIMULATOR_JOURNAL", journal.toString()));

    assertThatThrownBy(stack::preview)
        .isInstanceOf(CommandException.class)
        .hasMessageContaining(REFUSAL)
        .hasMessageNotContaining("\tat ");
    assertThatThrownBy(stack::up)
        .isInstanceOf(CommandException.class)
        .hasMessageContaining(REFUSAL)
        .hasMessageNotContaining("\tat ");

    assertThat(journal).doesNotExist();
    assertThat(Cluster.objects()).isEqualTo(before);
  }

  /** The day stands in the file as people write it, without quotes; Pulumi writes it anew. */
  @Test
  void aWaiverOfTheStackFileLetsThePreviewRunUntilItEnds() throws Exception {
    Checkout checkout = open();
    checkout.edit("local", "    services:\n", WAIVER.formatted("2999-12-31"));
    WorkspaceStack stack = stacks.of(checkout, "local", Map.of());
    assertThat(stack.preview().changeSummary()).containsKey(OperationType.CREATE);

    checkout.edit("local", "2999-12-31", "2026-01-31");
    assertThatThrownBy(stack::preview)
        .isInstanceOf(CommandException.class)
        .hasMessageContaining("mandatory waivers/expired")
        .hasMessageContaining("policies.waivers[0].until: 2026-01-31, the waiver of");
  }

  /** The store of the stack local, at a name that others can read along. */
  private Checkout open() throws Exception {
    Checkout checkout = Checkout.fromJar(folder);
    checkout.edit("local", "hosts: [store.localhost]", "hosts: [store.example.com]");
    return checkout;
  }
}
