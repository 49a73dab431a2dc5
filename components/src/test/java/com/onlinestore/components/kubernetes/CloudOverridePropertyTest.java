package com.onlinestore.components.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.pulumi.resources.ResourceTransformation;
import java.lang.reflect.Type;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * Whatever a stack file says of a resource that our clusters make: a word about it, or it works.
 */
class CloudOverridePropertyTest {

  private static final List<ResourceTransformation.Args> RESOURCES = CloudResources.ofAllKinds();

  /** Values for some properties of one of the resources. */
  record Change(ResourceTransformation.Args resource, Map<String, Object> patch) {

    Optional<ResourceTransformation.Result> carriedOut() {
      String type = resource.resource().pulumiResourceType();
      return new Overrides(
              List.of(
                  OverrideSettingsBuilder.builder()
                      .of(
                          "%s %s"
                              .formatted(
                                  type.substring(type.lastIndexOf(':') + 1),
                                  resource.resource().pulumiResourceName()))
                      .patch(patch)
                      .reason("this is a test of all of them")
                      .build()))
          .apply(resource);
    }

    @Override
    public String toString() {
      return resource.args().getClass().getSimpleName() + " " + patch;
    }
  }

  @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
  void everyPropertyWithAValueOfAWrongTypeIsTold(@ForAll("wrong") Change change) {
    OverrideRefused refused =
        catchThrowableOfType(OverrideRefused.class, () -> change.carriedOut());

    assertThat(
            refused.problems().stream()
                .map(problem -> problem.path().split("[.\\[]")[1])
                .collect(Collectors.toSet()))
        .isEqualTo(change.patch.keySet());
  }

  @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
  void aValueOfTheRightTypeIsNeverRefused(@ForAll("right") Change change) {
    assertThat(PatchCheck.problems(change.resource.args().getClass(), change.patch, List.of()))
        .isEmpty();
  }

  @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
  void whateverAPatchSaysItIsCarriedOutOrRefused(@ForAll("any") Change change) {
    try {
      assertThat(change.carriedOut()).isPresent();
    } catch (OverrideRefused refused) {
      assertThat(refused.problems()).isNotEmpty();
    }
  }

  @Provide
  Arbitrary<Change> wrong() {
    return changes(SdkValues::wrong);
  }

  @Provide
  Arbitrary<Change> right() {
    return changes(SdkValues::right);
  }

  @Provide
  Arbitrary<Change> any() {
    return changes(SdkValues::any);
  }

  /** Up to three properties of a resource, each with one of the values that its type has. */
  private static Arbitrary<Change> changes(Function<Type, List<Object>> values) {
    return Arbitraries.of(RESOURCES)
        .flatMap(
            resource -> {
              Map<String, Type> properties = SdkValues.properties(resource.args().getClass());
              return Arbitraries.of(properties.keySet())
                  .flatMap(
                      name ->
                          Arbitraries.of(values.apply(properties.get(name)))
                              .map(value -> Map.entry(name, value)))
                  .list()
                  .ofMinSize(1)
                  .ofMaxSize(3)
                  .map(
                      entries -> {
                        Map<String, Object> patch = new HashMap<>();
                        entries.forEach(each -> patch.put(each.getKey(), each.getValue()));
                        return new Change(resource, patch);
                      });
            });
  }
}
