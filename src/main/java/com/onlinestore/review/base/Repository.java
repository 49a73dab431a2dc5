package com.onlinestore.review.base;

import com.onlinestore.errors.UserError;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The git repository that a project is in.
 *
 * @param root its top folder
 * @param project the project's folder, from the top
 */
record Repository(Path root, Path project) {

  /** The repository around a folder; empty where there is none. */
  static Optional<Repository> around(Path folder) {
    Path project = folder.toAbsolutePath().normalize();
    Tool top = Tool.run(project, List.of("git", "rev-parse", "--show-toplevel"));
    if (!top.succeeded()) {
      return Optional.empty();
    }
    Tool prefix = Tool.run(project, List.of("git", "rev-parse", "--show-prefix"));
    return Optional.of(new Repository(Path.of(top.output()), Path.of(prefix.output())));
  }

  /** The commit that a revision names; empty where git does not know it. */
  Optional<String> commit(String revision) {
    Tool commit =
        git("rev-parse", "--verify", "--quiet", "--end-of-options", revision + "^{commit}");
    return commit.succeeded() ? Optional.of(commit.output()) : Optional.empty();
  }

  /** Files that differ between a commit and what is on disk, from the top folder. */
  List<String> changed(String commit) {
    return Stream.of(
            git("diff", "--name-only", "--no-renames", commit),
            git("ls-files", "--others", "--exclude-standard"))
        .map(Repository::succeeded)
        .flatMap(tool -> tool.output().lines())
        .toList();
  }

  void checkOut(String commit, Path folder) {
    succeeded(git("worktree", "add", "--detach", "--force", folder.toString(), commit));
  }

  void remove(Path folder) {
    git("worktree", "remove", "--force", folder.toString());
  }

  private Tool git(String... arguments) {
    List<String> command = new ArrayList<>(List.of("git", "-c", "core.quotePath=false"));
    command.addAll(List.of(arguments));
    return Tool.run(root, command);
  }

  private static Tool succeeded(Tool tool) {
    if (!tool.succeeded()) {
      throw new UserError("git failed:\n" + tool.lastLines());
    }
    return tool;
  }
}
