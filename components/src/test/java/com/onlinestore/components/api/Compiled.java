package com.onlinestore.components.api;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Examples of comments as the methods of a class, in which everything is at hand that they use. */
final class Compiled {

  private static final String CLASS =
      """
      import com.pulumi.resources.*;
      import java.util.*;
      %s
      abstract class Examples {
        KubernetesCluster cluster;
        ManagedCluster managed;
        Mesh mesh;
        Monitoring monitoring;
        SpanCollector spans;
        Store store;
        PreparedNamespace namespace;
        StoreService web;
        List<Resource> parts;
      %s
      }
      """;

  private Compiled() {}

  /** What the compiler has against the examples. */
  static List<String> errors(PublicApi api, Map<String, String> examples) {
    String imports =
        api.types().stream()
            .map(type -> "import " + type.getPackageName() + ".*;")
            .distinct()
            .collect(Collectors.joining("\n"));
    String methods =
        examples.entrySet().stream()
            .map(each -> "void example%s() {\n%s\n}".formatted(each.getKey(), each.getValue()))
            .collect(Collectors.joining("\n"));
    DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
    ToolProvider.getSystemJavaCompiler()
        .getTask(
            null,
            null,
            found,
            List.of("-proc:none", "-Xlint:none", "-implicit:none", "-d", "target"),
            null,
            List.of(new Source(CLASS.formatted(imports, methods))))
        .call();
    return found.getDiagnostics().stream()
        .filter(each -> each.getKind() == Diagnostic.Kind.ERROR)
        .map(Object::toString)
        .toList();
  }

  private static final class Source extends SimpleJavaFileObject {

    private final String text;

    private Source(String text) {
      super(URI.create("string:///Examples.java"), Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreErrors) {
      return text;
    }
  }
}
