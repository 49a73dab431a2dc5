package com.onlinestore;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.onlinestore.components.cluster.KubernetesProvider;
import com.onlinestore.config.StackFile;
import com.onlinestore.engine.EngineRun;
import com.pulumi.Context;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * Under Pulumi's engine runs the stack; without it runs a command, {@code plan} unless another is
 * given.
 */
public final class App {

  private static final String ENGINE = "PULUMI_MONITOR";
  private static final String PROJECT = "PULUMI_PROJECT";
  private static final String STACK = "PULUMI_STACK";
  private static final String DRY_RUN = "PULUMI_DRY_RUN";
  private static final String TRACE = "TRACEPARENT";
  private static final String CONFIG = "PULUMI_CONFIG";
  private static final String SECRET_KEYS = "PULUMI_CONFIG_SECRET_KEYS";

  /** What Pulumi's Java host asks before a run: which plugins to fetch. */
  private static final String PACKAGES = "packages";

  private App() {}

  /** Runs what the environment and the arguments ask for. */
  public static void main(String[] args) {
    if (args.length == 1 && args[0].equals(PACKAGES)) {
      tellPackages();
      return;
    }
    CompletableFuture.runAsync(StackFile::prepare);
    if (System.getenv(ENGINE) != null) {
      deploy(config(System.getenv(CONFIG)), secretKeys(System.getenv(SECRET_KEYS)));
    } else {
      int exitCode = Commands.run(today(), writer(System.out), writer(System.err), args);
      // Inside Maven an exit would cut its own end short, so only a failure exits.
      if (exitCode != 0) {
        System.exit(exitCode);
      }
    }
  }

  /** In UTF-8 whatever the locale: the plan draws its tree with box characters. */
  private static PrintWriter writer(PrintStream stream) {
    return new PrintWriter(stream, true, StandardCharsets.UTF_8);
  }

  /** The only place that reads the clock; a day is the same for everybody who runs a stack. */
  private static LocalDate today() {
    return LocalDate.now(ZoneOffset.UTC);
  }

  private static void deploy(Map<String, String> config, Set<String> secretKeys) {
    Consumer<Context> program = OnlineStore.program(config.keySet(), secretKeys);
    Rehearsal rehearsal =
        Rehearsal.begin(
            System.getenv(PROJECT), System.getenv(STACK), config, secretKeys, program, today());
    if (System.getenv(TRACE) != null) {
      // The SDK ends the tracing of all runs with the first.
      rehearsal.outcome();
    }
    boolean preview = Boolean.parseBoolean(System.getenv(DRY_RUN));
    int exitCode =
        new RehearsedRun(rehearsal, preview).of(program, EngineRun.connect()::run, System.err);
    // Threads of the connection to the engine would outlive the program.
    System.exit(exitCode);
  }

  private static Map<String, String> config(String json) {
    Map<String, String> config = new HashMap<>();
    json(json, "{}")
        .properties()
        .forEach(setting -> config.put(setting.getKey(), setting.getValue().asText()));
    return config;
  }

  private static Set<String> secretKeys(String list) {
    Set<String> keys = new HashSet<>();
    json(list, "[]").forEach(key -> keys.add(key.asText()));
    return keys;
  }

  private static JsonNode json(String text, String otherwise) {
    try {
      return new ObjectMapper().readTree(text == null ? otherwise : text);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("The engine's configuration is not JSON.", e);
    }
  }

  /**
   * Names the one plugin that every stack needs, in the release that is used; a cloud's own comes
   * when its cluster is declared. The SDK's answer would be the plugins of all its libraries, in
   * the libraries' releases.
   */
  private static void tellPackages() {
    System.out.printf(
        "[{\"resource\":true,\"name\":\"kubernetes\",\"version\":\"%s\"}]%n",
        KubernetesProvider.PLUGIN_VERSION);
    System.out.flush();
    // Some builds of Maven end their output with a colour reset, which is not JSON.
    Runtime.getRuntime().halt(0);
  }
}
