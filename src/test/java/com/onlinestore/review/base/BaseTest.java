package com.onlinestore.review.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.onlinestore.errors.StackFileError;
import com.onlinestore.errors.UserError;
import com.onlinestore.plan.Plan;
import com.onlinestore.plan.PlanFiles;
import com.onlinestore.plan.StackConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BaseTest {

  @TempDir private Path folder;
  private final List<String> told = new ArrayList<>();

  @BeforeEach
  void aRepositoryWithAProjectInIt() throws IOException {
    git("init", "--quiet", "--initial-branch=main");
    write("store/Pulumi.yaml", "name: online-store\nruntime: java\n");
    write("store/Pulumi.dev.yaml", "config: {a: one}\n");
    git("add", ".");
    git(
        "-c",
        "user.name=a",
        "-c",
        "user.email=a@example.com",
        "commit",
        "--quiet",
        "--message=one");
  }

  @Test
  void aStackFileOfAnotherRevisionIsPlannedByThisProgram() throws IOException {
    write("store/Pulumi.dev.yaml", "config: {a: two}\n");

    try (Base base = base("main")) {
      assertThat(base.name()).isEqualTo("main");
      assertThat(base.plan("dev", null)).hasValue(planOf("one"));
    }
    assertThat(told).isEmpty();
  }

  @Test
  void aStackFileFromAnywhereIsTheOneOfThatRevision() throws IOException {
    Path file = folder.resolve("store/Pulumi.dev.yaml");
    write("store/Pulumi.dev.yaml", "config: {a: two}\n");

    try (Base base = base("main")) {
      assertThat(base.plan("any", file).map(plan -> plan.warnings())).hasValue(List.of("one"));
    }
  }

  @Test
  void aStackThatIsNotThereHasNoPlan() {
    try (Base base = base("main")) {
      assertThat(base.plan("prod", null)).isEmpty();
    }
  }

  @Test
  void nothingStaysBehind() throws IOException {
    base("main").close();

    assertThat(Tool.run(folder, List.of("git", "worktree", "list")).output().lines()).hasSize(1);
    assertThat(Tool.run(folder, List.of("git", "status", "--porcelain")).output()).isEmpty();
  }

  @Test
  void anEarlierPlansFolderIsReadAndSoIsAFolderOfSeveral() {
    PlanFiles.write(planOf("stored"), folder.resolve("plans/dev"));

    try (Base one = base(folder.resolve("plans/dev").toString());
        Base several = base(folder.resolve("plans").toString())) {
      assertThat(one.plan("dev", null)).hasValue(planOf("stored"));
      assertThat(several.plan("dev", null)).hasValue(planOf("stored"));
      assertThat(several.plan("prod", null)).isEmpty();
    }
  }

  @Test
  void whatIsNeitherAFolderNorARevisionIsTold() {
    assertThatThrownBy(() -> base("mian"))
        .isInstanceOf(UserError.class)
        .hasMessage(
            "\"mian\" is neither a folder with a plan nor a revision that git knows here. A branch of"
                + " a server must be fetched first, with its history.");
    assertThatThrownBy(() -> base("--help")).hasMessageStartingWith("\"--help\" is neither");
  }

  @Test
  void aStackFileThatWasWrongThereIsToldAsSuch() {
    try (Base base = Base.of("main", project(), this::fail, told::add)) {
      assertThatThrownBy(() -> base.plan("dev", null))
          .isInstanceOf(UserError.class)
          .hasMessage(
              "Stack dev at main cannot be planned, so nothing can be compared with it:%nbroken"
                  .formatted());
    }
  }

  @Test
  void anotherProgramIsBuiltAndToldWhereItFails() throws IOException {
    write("store/src/main/java/App.java", "class App {}");

    try (Base base = base("main")) {
      assertThatThrownBy(() -> base.plan("dev", null))
          .isInstanceOf(UserError.class)
          .hasMessageStartingWith("Stack dev at main cannot be planned");
    }
    assertThat(told)
        .containsExactly(
            "The program itself differs: building that of main, and planning stack dev by it.");
  }

  private Base base(String name) {
    return Base.of(name, project(), BaseTest::plan, told::add);
  }

  private Path project() {
    return folder.resolve("store");
  }

  private Plan fail(StackConfig config) {
    throw new StackFileError("broken");
  }

  /** A plan that shows which file it was made from. */
  private static Plan plan(StackConfig config) {
    return planOf(config.config().get("online-store:a"));
  }

  private static Plan planOf(String value) {
    return new Plan(
        "online-store", "dev", List.of(), Map.of(), Map.of(), List.of(), List.of(value));
  }

  private void write(String file, String content) throws IOException {
    Path target = folder.resolve(file);
    Files.createDirectories(target.getParent());
    Files.writeString(target, content);
  }

  private void git(String... arguments) {
    Tool tool = Tool.run(folder, Stream.concat(Stream.of("git"), Stream.of(arguments)).toList());
    assertThat(tool.succeeded()).as(tool.output()).isTrue();
  }
}
