package com.onlinestore.pipelines;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the scripts need of the API of GitHub or GitLab: lists, in pages of 100, and writes, which
 * are recorded. Whoever has no token, or asks for what is not there, is refused.
 */
final class StandInForge implements AutoCloseable {

  static final ObjectMapper JSON = new ObjectMapper();

  private static final String TOKEN = "t0ps3cret";
  private static final Pattern PAGE = Pattern.compile("(.*)[?&]per_page=100&page=(\\d+)");

  private final HttpServer server;
  private final Map<String, JsonNode> answers = new ConcurrentHashMap<>();
  private final List<Write> writes = new CopyOnWriteArrayList<>();

  /**
   * One change that a script made.
   *
   * @param request method and path
   * @param body what was sent
   */
  record Write(String request, JsonNode body) {

    Write(String request, String json) throws IOException {
      this(request, JSON.readTree(json));
    }
  }

  StandInForge() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  Map<String, String> asGitHub() {
    return Map.of("GITHUB_REPOSITORY", "acme/store", "GITHUB_API_URL", url(), "FORGE_TOKEN", TOKEN);
  }

  Map<String, String> asGitLab() {
    return Map.of("CI_PROJECT_ID", "7", "CI_API_V4_URL", url(), "FORGE_TOKEN", TOKEN);
  }

  /** What is answered to a request; a list is cut into pages. */
  StandInForge with(String pathAndQuery, String json) throws IOException {
    answers.put(pathAndQuery, JSON.readTree(json));
    return this;
  }

  List<Write> writes() {
    return writes;
  }

  private String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  private void answer(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    String path = exchange.getRequestURI().toString();
    if (!authorized(exchange)) {
      reply(exchange, 401, JSON.createObjectNode().put("message", "Bad credentials"));
    } else if (exchange.getRequestMethod().equals("GET")) {
      JsonNode found = find(path);
      reply(exchange, found.isMissingNode() ? 404 : 200, found);
    } else {
      writes.add(new Write(exchange.getRequestMethod() + " " + path, JSON.readTree(body)));
      reply(exchange, 201, JSON.createObjectNode());
    }
  }

  private static boolean authorized(HttpExchange exchange) {
    return ("Bearer " + TOKEN).equals(exchange.getRequestHeaders().getFirst("Authorization"))
        || TOKEN.equals(exchange.getRequestHeaders().getFirst("PRIVATE-TOKEN"));
  }

  private JsonNode find(String path) {
    Matcher page = PAGE.matcher(path);
    if (!page.matches()) {
      return answers.getOrDefault(path, JSON.missingNode());
    }
    JsonNode all = answers.getOrDefault(page.group(1), JSON.missingNode());
    if (all.isMissingNode()) {
      return all;
    }
    ArrayNode part = JSON.createArrayNode();
    int first = (Integer.parseInt(page.group(2)) - 1) * 100;
    for (int i = first; i < Math.min(first + 100, all.size()); i++) {
      part.add(all.get(i));
    }
    return part;
  }

  private static void reply(HttpExchange exchange, int status, JsonNode body) throws IOException {
    byte[] bytes = JSON.writeValueAsBytes(body);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
