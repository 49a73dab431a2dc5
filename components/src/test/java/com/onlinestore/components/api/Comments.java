package com.onlinestore.components.api;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** The comments of the library's types, from its sources, by the name that the API list writes. */
final class Comments {

  static final Path SOURCES = Path.of("src/main/java");

  private Comments() {}

  static Map<String, DocCommentTree> read() throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    Map<String, DocCommentTree> comments = new TreeMap<>();
    try (StandardJavaFileManager files =
            compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8);
        Stream<Path> sources = Files.walk(SOURCES)) {
      List<Path> all = sources.filter(each -> each.toString().endsWith(".java")).toList();
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null,
                  files,
                  null,
                  List.of("-proc:none"),
                  null,
                  files.getJavaFileObjectsFromPaths(all));
      DocTrees trees = DocTrees.instance(task);
      for (CompilationUnitTree unit : task.parse()) {
        new Scanner(trees, unit, comments).scan(unit, null);
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    return comments;
  }

  private static final class Scanner extends TreePathScanner<Void, Void> {

    private final DocTrees trees;
    private final CompilationUnitTree unit;
    private final Map<String, DocCommentTree> comments;

    private Scanner(
        DocTrees trees, CompilationUnitTree unit, Map<String, DocCommentTree> comments) {
      this.trees = trees;
      this.unit = unit;
      this.comments = comments;
    }

    @Override
    public Void visitClass(ClassTree type, Void nothing) {
      DocCommentTree comment = trees.getDocCommentTree(getCurrentPath());
      if (comment != null) {
        comments.put(name(getCurrentPath()), comment);
      }
      return super.visitClass(type, nothing);
    }

    private String name(TreePath path) {
      return path.getParentPath().getLeaf() instanceof ClassTree
          ? name(path.getParentPath()) + "." + simpleName(path)
          : (unit.getPackageName() + ".").replace(PublicApi.ROOT, "") + simpleName(path);
    }

    private static String simpleName(TreePath path) {
      return ((ClassTree) path.getLeaf()).getSimpleName().toString();
    }
  }
}
