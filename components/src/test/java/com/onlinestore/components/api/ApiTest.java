package com.onlinestore.components.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Nobody's stack breaks by accident. */
class ApiTest {

  private static final Path PROMISED = Path.of("api.txt");

  private static final List<String> HEADER =
      List.of(
          "# What com.onlinestore:online-store-components promises; docs/library.md says what counts.",
          "# ApiTest holds the library to it; mvn test -pl components -Dapi.update=true renews it.");

  @Test
  void theLibraryKeepsWhatItPromises() throws IOException {
    List<String> now = new ArrayList<>(PublicApi.read().lines());
    now.addAll(TypeTokens.lines());
    if (Boolean.getBoolean("api.update")) {
      List<String> file = new ArrayList<>(HEADER);
      file.addAll(now);
      Files.write(PROMISED, file);
    }
    List<String> promised =
        Files.readAllLines(PROMISED).stream().filter(line -> !line.startsWith("#")).toList();
    assertThat(ApiChange.between(promised, now).breaks())
        .as(
            "This breaks stacks that use the library. Keep the old signature beside the new one (a type"
                + " token as an alias), or renew components/api.txt (mvn test -pl components"
                + " -Dapi.update=true), tell it under Changed in the changelog, and raise the version:"
                + " the minor one before 1.0, the major one after")
        .isEmpty();
    assertThat(ApiChange.between(promised, now).additions())
        .as(
            "This is new in the library and breaks nobody. Renew components/api.txt (mvn test -pl"
                + " components -Dapi.update=true): it is a promise from the next version on, the"
                + " minor one after 1.0, the patch one before")
        .isEmpty();
  }

  @Test
  void aPromiseNamesNothingThatItsUserCannotSee() {
    assertThat(PublicApi.read().types())
        .allSatisfy(
            type ->
                assertThat(Modifier.isPublic(type.getModifiers()))
                    .as("%s is public", type)
                    .isTrue());
  }
}
