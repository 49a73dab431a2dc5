package com.onlinestore.components.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.pulumi.resources.ComponentResource;
import com.sun.source.doctree.DocCommentTree;
import com.sun.source.doctree.DocTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ApiPageTest {

  private static final Path PAGE = Path.of("../docs/api.md");

  private static final Pattern EXAMPLE =
      Pattern.compile("<pre>\\{@code\\s(.*?)}</pre>", Pattern.DOTALL);

  private static PublicApi api;
  private static Map<String, DocCommentTree> comments;

  @BeforeAll
  static void reads() throws IOException {
    api = PublicApi.read();
    comments = Comments.read();
  }

  @Test
  void everyTypeSaysWhatItIsFor() {
    assertThat(comments.keySet()).containsAll(names());
  }

  @Test
  void everyComponentAndEverySettingsRecordHasAnExample() {
    assertThat(api.types())
        .filteredOn(type -> ComponentResource.class.isAssignableFrom(type) || isSettings(type))
        .allSatisfy(
            type ->
                assertThat(example(type))
                    .as("an example in the comment of %s", type)
                    .isPresent()
                    .get()
                    .asString()
                    .containsAnyOf(
                        "new " + type.getSimpleName() + "(",
                        type.getSimpleName() + "Builder.builder()"));
  }

  @Test
  void everyExampleCompilesAndThoseOfSettingsAreValid(@TempDir Path classes) throws Exception {
    Map<Class<?>, String> examples = new HashMap<>();
    api.types().forEach(type -> example(type).ifPresent(text -> examples.put(type, text)));

    ExampleCompiler compiler = new ExampleCompiler(classes);
    assertThat(compiler.errors(api, examples)).isEmpty();
    for (Class<?> type : examples.keySet()) {
      if (isSettings(type)) {
        assertThatCode(() -> compiler.run(type)).as("%s", type).doesNotThrowAnyException();
      }
    }
  }

  @Test
  void thePageListsEveryType() throws IOException {
    List<String> page = page();
    if (Boolean.getBoolean("api.update")) {
      Files.write(PAGE, page);
    }
    assertThat(Files.readAllLines(PAGE))
        .as("the API changed; mvn test -pl components -Dapi.update=true writes the page anew")
        .containsExactlyElementsOf(page);
  }

  private static boolean isSettings(Class<?> type) {
    return type.getSimpleName().endsWith("Settings");
  }

  private static Optional<String> example(Class<?> type) {
    return Optional.of(EXAMPLE.matcher(comments.get(PublicApi.name(type)).toString()))
        .filter(Matcher::find)
        .map(found -> found.group(1));
  }

  private static List<String> names() {
    return api.types().stream().map(PublicApi::name).toList();
  }

  private static List<String> page() {
    List<String> lines = new ArrayList<>();
    lines.add("# The library's API");
    lines.add("");
    lines.add(
        "Every type that `components` promises; [library.md](library.md) says what that means, and"
            + " [components/api.txt](../components/api.txt) lists their members.");
    lines.add("Written by `ApiPageTest`.");
    String of = "";
    for (String name : names()) {
      String folder = name.replaceAll("\\.[A-Z].*", "");
      if (!folder.equals(of)) {
        of = folder;
        lines.addAll(List.of("", "## " + folder, "", "| type | |", "|---|---|"));
      }
      lines.add(
          "| `%s` | %s |"
              .formatted(name.substring(folder.length() + 1), sentence(comments.get(name))));
    }
    return lines;
  }

  private static String sentence(DocCommentTree comment) {
    return comment.getFirstSentence().stream()
        .map(DocTree::toString)
        .collect(Collectors.joining())
        .replaceAll("\\{@(?:code|link)\\s+#?([^}]*)}", "`$1`")
        .replaceAll("\\s+", " ")
        .replace("|", "\\|");
  }
}
