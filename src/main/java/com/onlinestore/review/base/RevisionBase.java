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
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;

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
    repository.get().checkOut(commit.get(), folder);
    return new RevisionBase(name, repository.get(), folder, same, planner, progress);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Optional<Plan> plan(String stack, Path configFile) {
    Path project = folder.resolve(repository.project());
    Path file = configFile == null ? null : there(configFile);
    boolean known =
        file == null
            ? Files.isRegularFile(project.resolve("Pulumi." + stack + ".yaml"))
            : Files.isRegularFile(file);
    if (!known) {
      return Optional.empty();
    }
    return Optional.of(
        sameProgram ? byThisProgram(project, stack, file) : byItsOwn(project, stack, file));
  }

  @Override
  public void close() {
    repository.remove(folder);
  }

  private Plan byThisProgram(Path project, String stack, Path file) {
    try {
      return planner.apply(
          file == null ? StackConfig.read(project, stack) : StackConfig.read(project, stack, file));
    } catch (StackFileError broken) {
      throw new UserError(
          "Stack %s at %s cannot be planned, so nothing can be compared with it:%n%s"
              .formatted(stack, name, broken.getMessage()));
    }
  }

  private Plan byItsOwn(Path project, String stack, Path file) {
    progress.accept(
        "The program itself differs: building that of %s, and planning stack %s by it."
            .formatted(name, stack));
    Path out = folder.resolveSibling("plan-" + stack);
    String arguments =
        "plan %s --out %s%s".formatted(stack, out, file == null ? "" : " --config-file " + file);
    Tool maven =
        Tool.run(
            project,
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
    Path file = configFile.toAbsolutePath().normalize();
    return file.startsWith(repository.root())
        ? folder.resolve(repository.root().relativize(file))
        : file;
  }

  private static Path temporary() {
    try {
      return Files.createTempDirectory("online-store-base");
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }
}
