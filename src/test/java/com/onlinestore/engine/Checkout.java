package com.onlinestore.engine;

import com.pulumi.automation.AutomationException;
import com.pulumi.automation.LocalWorkspace;
import com.pulumi.automation.LocalWorkspaceOptions;
import com.pulumi.automation.WorkspaceStack;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A copy of the project without anything built or installed, with a Pulumi backend of its own
 * beside it.
 */
record Checkout(Path project, Path backend) {

  private static final Set<String> LEFT_OUT =
      Set.of("target", ".git", "node_modules", "venv", "sdks");

  /** Copies the project that the tests run in. */
  static Checkout into(Path folder) throws IOException {
    Path source = Path.of("..").toRealPath();
    Checkout checkout =
        new Checkout(folder.resolve("project"), Files.createDirectories(folder.resolve("backend")));
    Files.walkFileTree(source, new Copy(source, checkout.project));
    return checkout;
  }

  /**
   * The same, whose program Pulumi runs from a jar that is built once for all tests of a run: with
   * Maven in each of them their commands would take twice as long. {@code EngineIT} is for Maven.
   */
  static Checkout fromJar(Path folder) throws IOException {
    Checkout checkout = into(folder);
    Path settings = checkout.project.resolve("Pulumi.yaml");
    Files.writeString(
        settings,
        Files.readString(settings)
            .replace(
                "runtime: java",
                "runtime: {name: java, options: {use-executor: bin/online-store}}"));
    // An executor stands below the project.
    Files.writeString(
        checkout.project.resolve("bin/online-store"),
        "#!/bin/sh\nexec %s \"$@\"\n".formatted(Built.LAUNCHER));
    return checkout;
  }

  private static final class Built {

    private static final Path LAUNCHER = launcher();

    private static Path launcher() {
      try {
        Path folder = Path.of("target/it-program").toAbsolutePath();
        if (Files.exists(folder)) {
          try (Stream<Path> earlier = Files.walk(folder)) {
            earlier.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
          }
        }
        return into(folder).project().resolve("bin/online-store");
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** The stack as the engine sees it; the variables reach providers and program. */
  WorkspaceStack stack(String name, Map<String, String> variables) throws AutomationException {
    Map<String, String> environment = new HashMap<>(variables);
    environment.put("PULUMI_BACKEND_URL", "file://" + backend);
    environment.put("PULUMI_CONFIG_PASSPHRASE", "test");
    environment.put("PULUMI_SKIP_UPDATE_CHECK", "true");
    return LocalWorkspace.createOrSelectStack(
        name, project, LocalWorkspaceOptions.builder().environmentVariables(environment).build());
  }

  /** Takes another stack file; the stack keeps the salt that its secrets are encrypted with. */
  void use(String stack, Path stackFile) throws IOException {
    Path file = project.resolve("Pulumi." + stack + ".yaml");
    String salt =
        Files.exists(file)
            ? Files.readString(file)
                .lines()
                .filter(line -> line.startsWith("encryptionsalt:"))
                .collect(Collectors.joining())
            : "";
    Files.writeString(file, Files.readString(stackFile) + "\n" + salt + "\n");
  }

  /** Replaces text in a stack file, which must hold it. */
  void edit(String stack, String from, String to) throws IOException {
    Path file = project.resolve("Pulumi." + stack + ".yaml");
    String before = Files.readString(file);
    if (!before.contains(from)) {
      throw new IllegalArgumentException(file + " does not hold: " + from);
    }
    Files.writeString(file, before.replace(from, to));
  }

  private static final class Copy extends SimpleFileVisitor<Path> {

    private final Path from;
    private final Path to;

    private Copy(Path from, Path to) {
      this.from = from;
      this.to = to;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
        throws IOException {
      if (LEFT_OUT.contains(folder.getFileName().toString())) {
        return FileVisitResult.SKIP_SUBTREE;
      }
      Files.createDirectories(to.resolve(from.relativize(folder).toString()));
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      Files.copy(file, to.resolve(from.relativize(file).toString()));
      return FileVisitResult.CONTINUE;
    }
  }
}
