package com.onlinestore.review.base;

import com.onlinestore.errors.StackFileError;
import com.onlinestore.errors.UserError;
import com.onlinestore.plan.Plan;
import com.onlinestore.plan.StackConfig;
import com.onlinestore.plan.StoredPlan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Another revision of the project, checked out beside it. Where only stack files differ, which is
 * most changes, they are planned by the program that runs now; otherwise that revision's own
 * program is built and asked.
 */
final class RevisionBase implements Base {

  /** Files that a program is made of. */
  private static final Pattern PROGRAM = Pattern.compile("(.*/)?(pom\\.xml|(src/)?main/.*)");

  private final String name;
  private final Repository repository;
  private final Path folder;
  private final boolean sameProgram;
  private final Function<StackConfig, Plan> planner;
  private final Consumer<String> progress;

  /** Runs also where the person does not wait for the end. */
  private final Thread cleaner;

  private RevisionBase(
      String name,
      Repository repository,
      Path folder,
      boolean sameProgram,
      Function<StackConfig, Plan> planner,
      Consumer<String> progress) {
    this.name = name;
    this.repository = repository;
    this.folder = folder;
    this.sameProgram = sameProgram;
    this.planner = planner;
    this.progress = progress;
    this.cleaner =
        new Thread(
            () -> {
              repository.remove(folder);
              delete(folder.getParent());
            });
    Runtime.getRuntime().addShutdownHook(cleaner);
  }

  static Base open(
      String name, Path project, Function<StackConfig, Plan> planner, Consumer<String> progress) {
    Optional<Repository> repository = Repository.around(project);
    Optional<String> commit = repository.flatMap(found -> found.commit(name));
    if (commit.isEmpty()) {
      throw new UserError(
          "\"%s\" is neither a folder with a plan nor a revision that git knows here. A branch of a"
                  .formatted(name)
              + " server must be fetched first, with its history.");
    }
    boolean same =
        repository.get().changed(commit.get()).stream()
            .noneMatch(file -> PROGRAM.matcher(file).matches());
    Path folder = temporary().resolve("revision");
    RevisionBase base = new RevisionBase(name, repository.get(), folder, same, planner, progress);
    repository.get().checkOut(commit.get(), folder);
    return base;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Optional<Plan> plan(String stack, Path configFile) {
    return file(stack, configFile)
        .map(
            file ->
                sameProgram
                    ? byThisProgram(stack, file)
                    : byItsOwn(stack, configFile == null ? null : file));
  }

  @Override
  public Optional<StackConfig> settings(String stack, Path configFile) {
    return file(stack, configFile).map(file -> StackConfig.read(project(), stack, file));
  }

  @Override
  public void close() {
    Runtime.getRuntime().removeShutdownHook(cleaner);
    cleaner.run();
  }

  private Path project() {
    return folder.resolve(repository.project());
  }

  /** The stack's file in that revision; empty where it has none. */
  private Optional<Path> file(String stack, Path configFile) {
    Path file =
        configFile == null ? project().resolve("Pulumi." + stack + ".yaml") : there(configFile);
    return Optional.of(file).filter(Files::isRegularFile);
  }

  private Plan byThisProgram(String stack, Path file) {
    try {
      return planner.apply(StackConfig.read(project(), stack, file));
    } catch (StackFileError broken) {
      throw new UserError(
          "Stack %s at %s cannot be planned, so nothing can be compared with it:%n%s"
              .formatted(stack, name, broken.getMessage()));
    }
  }

  private Plan byItsOwn(String stack, Path file) {
    progress.accept(
        "The program itself differs: building that of %s, and planning stack %s by it."
            .formatted(name, stack));
    Path out = folder.resolveSibling("plan-" + stack);
    String arguments =
        "plan %s --out %s%s".formatted(stack, out, file == null ? "" : " --config-file " + file);
    Tool maven =
        Tool.run(
            project(),
            List.of("mvn", "-q", "-B", "compile", "exec:java", "-Dexec.args=" + arguments));
    if (!StoredPlan.isIn(out)) {
      throw new UserError(
          "Stack %s at %s cannot be planned, so nothing can be compared with it:%n%s"
              .formatted(stack, name, maven.lastLines()));
    }
    return StoredPlan.read(out);
  }

  /** The same file in that revision; one from outside the repository is the same for both. */
  private Path there(Path configFile) {
    Path file = real(configFile);
    return file.startsWith(repository.root())
        ? folder.resolve(repository.root().relativize(file))
        : file;
  }

  /** As git names it, whatever links lead there. */
  private static Path real(Path file) {
    try {
      return file.toRealPath();
    } catch (IOException missing) {
      return file.toAbsolutePath().normalize();
    }
  }

  private static void delete(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path each : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(each);
      }
    } catch (IOException left) {
      // In the machine's folder for temporary files, which it empties itself.
    }
  }

  private static Path temporary() {
    try {
      return Files.createTempDirectory("online-store-base");
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }
}
