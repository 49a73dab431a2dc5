package com.onlinestore.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** A Grafana on this machine that found dashboards in a folder, as the sidecar puts them there. */
record Grafana(Process process, int port, Path log) implements AutoCloseable {

  /** Where packages put what the program needs besides itself. */
  private static final String HOME =
      Optional.ofNullable(System.getenv("GRAFANA_HOME")).orElse("/usr/share/grafana");

  static Grafana start(Path folder, Pages pages) throws IOException {
    Path dashboards = Files.createDirectories(folder.resolve("dashboards"));
    pages.write(dashboards);
    Path provisioning = Files.createDirectories(folder.resolve("provisioning/dashboards"));
    Files.writeString(
        provisioning.resolve("all.yaml"),
        """
        apiVersion: 1
        providers: [{name: all, type: file, options: {path: %s}}]
        """
            .formatted(dashboards));
    Path log = folder.resolve("grafana.log");
    int port = freePort();
    Process process =
        new ProcessBuilder(
                "grafana",
                "server",
                "--homepath",
                HOME,
                "cfg:paths.data=" + folder.resolve("data"),
                "cfg:paths.provisioning=" + provisioning.getParent(),
                "cfg:server.http_addr=127.0.0.1",
                "cfg:server.http_port=" + port,
                "cfg:auth.anonymous.enabled=true",
                "cfg:auth.anonymous.org_role=Admin",
                "cfg:analytics.enabled=false",
                "cfg:analytics.check_for_updates=false",
                "cfg:analytics.check_for_plugin_updates=false",
                "cfg:plugins.preinstall_disabled=true")
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    return new Grafana(process, port, log);
  }

  /** A dashboard, as soon as it is loaded. */
  JsonNode dashboard(String uid) throws IOException {
    for (int i = 0; i < 60 && process.isAlive(); i++) {
      Optional<String> answer = get("/api/dashboards/uid/" + uid);
      if (answer.isPresent()) {
        return new ObjectMapper().readTree(answer.get()).get("dashboard");
      }
      Tools.sleep(Duration.ofSeconds(2));
    }
    throw new AssertionError("Grafana has no dashboard " + uid + ":\n" + said());
  }

  @Override
  public void close() {
    process.destroy();
  }

  String said() throws IOException {
    return Files.readString(log);
  }

  private Optional<String> get(String path) {
    try {
      HttpResponse<String> answer =
          HttpClient.newHttpClient()
              .send(
                  HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build(),
                  HttpResponse.BodyHandlers.ofString());
      return answer.statusCode() == 200 ? Optional.of(answer.body()) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
