package com.onlinestore.engine;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * Serves one repository to be cloned at {@code https://localhost/acme/store.git}, as a forge does.
 * On the port that an address need not name: Pulumi makes a folder of the address, and Java finds
 * no classes in a folder with a colon.
 */
final class GitServer implements AutoCloseable {

  private static final int PORT = 443;
  private static final String PATH = "/acme/store.git/";
  private static final String PASSWORD = "changeit";

  private final Path repository;
  private final Path certificate;
  private final HttpsServer server;

  private GitServer(Path repository, Path certificate, HttpsServer server) {
    this.repository = repository.resolve(".git");
    this.certificate = certificate;
    this.server = server;
  }

  /** Listens on loopback; fails where the port is taken or not for everybody. */
  static GitServer of(Path repository, Path folder) throws IOException, GeneralSecurityException {
    Path keys = folder.resolve("git-server.p12");
    Path certificate = folder.resolve("git-server.pem");
    keytool("-genkeypair", keys, "-keyalg", "EC", "-dname", "CN=git", "-ext", "san=dns:localhost");
    keytool("-exportcert", keys, "-rfc", "-file", certificate.toString());
    HttpsServer server =
        HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), PORT), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(context(keys)));
    GitServer git = new GitServer(repository, certificate, server);
    server.createContext(PATH, git::answer);
    server.start();
    return git;
  }

  /** What a client has to trust. */
  Path certificate() {
    return certificate;
  }

  private void answer(HttpExchange exchange) throws IOException {
    boolean advertise = exchange.getRequestURI().getPath().equals(PATH + "info/refs");
    exchange
        .getResponseHeaders()
        .set(
            "Content-Type",
            "application/x-git-upload-pack-" + (advertise ? "advertisement" : "result"));
    exchange.sendResponseHeaders(200, 0);
    try (InputStream request = exchange.getRequestBody();
        OutputStream answer = exchange.getResponseBody()) {
      if (advertise) {
        answer.write("001e# service=git-upload-pack\n0000".getBytes(StandardCharsets.US_ASCII));
        uploadPack(request, answer, "--advertise-refs");
      } else {
        uploadPack(request, answer, "--strict");
      }
    }
  }

  private void uploadPack(InputStream request, OutputStream answer, String option)
      throws IOException {
    Process git =
        new ProcessBuilder("git", "upload-pack", "--stateless-rpc", option, repository.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try (OutputStream input = git.getOutputStream()) {
      request.transferTo(input);
    }
    git.getInputStream().transferTo(answer);
  }

  private static void keytool(String command, Path keys, String... options) {
    String program = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    List<String> line =
        new ArrayList<>(List.of(program, command, "-alias", "git", "-keystore", keys.toString()));
    line.addAll(List.of("-storetype", "PKCS12", "-storepass", PASSWORD));
    line.addAll(List.of(options));
    Tools.run(keys.getParent(), line).orFail();
  }

  private static SSLContext context(Path keys) throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream stream = Files.newInputStream(keys)) {
      store.load(stream, PASSWORD.toCharArray());
    }
    KeyManagerFactory factory =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    factory.init(store, PASSWORD.toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(factory.getKeyManagers(), null, null);
    return context;
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
