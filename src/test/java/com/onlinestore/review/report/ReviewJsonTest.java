package com.onlinestore.review.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.onlinestore.PlannedStack;
import com.onlinestore.policy.Policies;
import com.onlinestore.review.Examples;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReviewJsonTest {

  private static final JsonSchema SCHEMA =
      JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
          .getSchema(ReviewJsonTest.class.getResourceAsStream("/review.schema.json"));

  static List<String> examples() {
    return Examples.names();
  }

  @ParameterizedTest
  @MethodSource("examples")
  void isOfTheFormThatIsDocumented(String example) {
    assertThat(SCHEMA.validate(ReviewJson.of(Examples.review(example)))).isEmpty();
  }

  @Test
  void withoutABaseThereIsNoChange() {
    Review review =
        Review.of(
            Judged.of(
                PlannedStack.local(),
                List.of(),
                Policies.onTheClassPath(),
                LocalDate.of(2026, 11, 21)),
            Optional.empty());

    assertThat(SCHEMA.validate(ReviewJson.of(review))).isEmpty();
    assertThat(ReviewJson.of(review).path("change").isNull()).isTrue();
    assertThat(ReviewJson.of(review).path("stack").asText()).isEqualTo("local");
  }
}
