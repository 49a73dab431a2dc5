package com.onlinestore.components.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.resources.ComponentResource;
import com.sun.source.doctree.DocCommentTree;
import com.sun.source.doctree.DocTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ApiPageTest {

  private static final Path PAGE = Path.of("../docs/api.md");

  private static final Pattern EXAMPLE =
      Pattern.compile("<pre>\\{@code\\s(.*?)}</pre>", Pattern.DOTALL);

  private final PublicApi api = PublicApi.read();

  @Test
  void everyTypeSaysWhatItIsFor() throws IOException {
    assertThat(Comments.read().keySet()).containsAll(names());
  }

  @Test
  void everyComponentHasAnExampleThatCompiles() throws IOException {
    Map<String, DocCommentTree> comments = Comments.read();
    Map<String, String> examples = new TreeMap<>();
    for (Class<?> type : api.types()) {
      if (ComponentResource.class.isAssignableFrom(type)) {
        Matcher example = EXAMPLE.matcher(comments.get(PublicApi.name(type)).toString());
        assertThat(example.find()).as("the comment of %s has an example", type).isTrue();
        assertThat(example.group(1)).contains("new " + type.getSimpleName() + "(");
        examples.put(type.getSimpleName(), example.group(1));
      }
    }
    assertThat(Compiled.errors(api, examples)).isEmpty();
  }

  @Test
  void thePageListsEveryType() throws IOException {
    List<String> page = page(Comments.read());
    if (Boolean.getBoolean("api.update")) {
      Files.write(PAGE, page);
    }
    assertThat(Files.readAllLines(PAGE))
        .as("the API changed; mvn test -pl components -Dapi.update=true writes the page anew")
        .containsExactlyElementsOf(page);
  }

  private List<String> names() {
    return api.types().stream().map(PublicApi::name).toList();
  }

  private List<String> page(Map<String, DocCommentTree> comments) {
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
        .replaceAll("\\{@(?:code|link) #?([^}]*)}", "`$1`")
        .replaceAll("\\s+", " ")
        .replace("|", "\\|");
  }
}
