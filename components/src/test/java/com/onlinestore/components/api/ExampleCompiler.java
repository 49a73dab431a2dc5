package com.onlinestore.components.api;

import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Examples of comments, each in a class in which everything is at hand that it may use. */
final class ExampleCompiler {

  private static final String CLASS =
      """
      import com.pulumi.resources.*;
      import io.fabric8.kubernetes.api.model.Quantity;
      import java.math.BigDecimal;
      import java.util.*;
      %s
      import %s;
      public final class %s {
        KubernetesCluster cluster;
        ManagedCluster managed;
        Mesh mesh;
        Monitoring monitoring;
        SpanCollector spans;
        Map<String, ServiceSettings> services;
        GatewaySettings gateway;
        Store store;
        PreparedNamespace namespace;
        StoreService web;
        List<Resource> parts;
        public void example() {
      %s
        }
      }
      """;

  private final Path classes;

  ExampleCompiler(Path classes) {
    this.classes = classes;
  }

  /** Runs a compiled example that uses nothing at hand. */
  void run(Class<?> type) throws Exception {
    try (URLClassLoader loader = new URLClassLoader(new URL[] {classes.toUri().toURL()})) {
      Class<?> compiled = loader.loadClass(name(type));
      compiled.getMethod("example").invoke(compiled.getConstructor().newInstance());
    }
  }

  /** What the compiler has against the examples. */
  List<String> errors(PublicApi api, Map<Class<?>, String> examples) {
    String packages =
        api.types().stream()
            .map(type -> "import " + type.getPackageName() + ".*;")
            .distinct()
            .collect(Collectors.joining("\n"));
    List<Source> sources =
        examples.entrySet().stream()
            .map(each -> source(packages, each.getKey(), each.getValue()))
            .toList();
    DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
    List<String> options = List.of("-proc:none", "-Xlint:none", "-d", classes.toString());
    ToolProvider.getSystemJavaCompiler().getTask(null, null, found, options, null, sources).call();
    return found.getDiagnostics().stream()
        .filter(each -> each.getKind() == Diagnostic.Kind.ERROR)
        .map(Object::toString)
        .toList();
  }

  private static Source source(String packages, Class<?> type, String example) {
    String name = name(type);
    return new Source(name, CLASS.formatted(packages, type.getCanonicalName(), name, example));
  }

  private static String name(Class<?> type) {
    return "Example_" + PublicApi.name(type).replace('.', '_');
  }

  private static final class Source extends SimpleJavaFileObject {

    private final String text;

    private Source(String name, String text) {
      super(URI.create("string:///" + name + ".java"), Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreErrors) {
      return text;
    }
  }
}
