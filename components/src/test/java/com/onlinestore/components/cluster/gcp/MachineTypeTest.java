package com.onlinestore.components.cluster.gcp;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MachineTypeTest {

  @ParameterizedTest
  @CsvSource({
    "e2-standard-4,4,16,0.13396",
    "e2-medium,1,4,0.03349",
    "e2-micro,0.25,1,0.0083725",
    "n1-standard-4,4,15,0.19004",
    "n2-highmem-2,2,16,0.13106",
    "n2-custom-4-10240,4,10,0.16884",
    "n2d-highcpu-8,8,8,0.24952",
    "c3-standard-8-lssd,8,32,0.40328",
    "c4-highcpu-4,4,8,0.17012",
    "t2a-standard-1,1,4,0.03852"
  })
  void readsShapesOfAllKinds(String name, String cpus, String gibibytes, String price) {
    MachineType type = MachineType.of(name).orElseThrow();

    assertThat(type.cpus()).isEqualByComparingTo(new BigDecimal(cpus));
    assertThat(type.gibibytes()).isEqualByComparingTo(new BigDecimal(gibibytes));
    assertThat(type.price()).isEqualByComparingTo(new BigDecimal(price));
  }

  @Test
  void knowsWhichFamiliesAreArm() {
    assertThat(Arrays.stream(MachineFamily.values()).filter(MachineFamily::arm64))
        .containsExactlyInAnyOrder(MachineFamily.T2A, MachineFamily.C4A);
  }

  @Test
  void suggestsAFamilyOnlyWhereOneIsNear() {
    assertThat(problems("n2b-standard-4", List.of()))
        .containsExactly(
            "\"n2b-standard-4\" is of no known machine family; known are c2, c2d, c3, c3d, c4, c4a,"
                + " e2, n1, n2, n2d, n4, t2a, t2d. Did you mean \"n2\"?");
    assertThat(problems("m5large-xl", List.of()))
        .containsExactly(
            "\"m5large-xl\" is of no known machine family; known are c2, c2d, c3, c3d, c4, c4a, e2,"
                + " n1, n2, n2d, n4, t2a, t2d.");
  }

  @Test
  void aShapeMustBeOneOfGoogles() {
    assertThat(problems("e2-large", List.of()))
        .containsExactly(
            "\"e2-large\" must be a family, a shape (standard, highmem, highcpu) and a number of"
                + " vCPUs, such as e2-standard-4.");
  }

  @Test
  void aMachineThatFewZonesHaveIsAskedForThere() {
    assertThat(problems("t2a-standard-4", List.of("us-central1-a", "us-central1-f"))).isEmpty();
    assertThat(problems("t2a-standard-4", List.of("us-central1-a", "us-central1-c")))
        .containsExactly(
            "\"t2a-standard-4\" is not offered in us-central1-c, only in us-central1-a,"
                + " us-central1-b, us-central1-f.");
    assertThat(problems("t2a-standard-4", List.of()))
        .containsExactly(
            "\"t2a-standard-4\" is not offered in every zone of us-central1, where GKE would"
                + " choose; set zones to some of us-central1-a, us-central1-b, us-central1-f.");
    assertThat(MachineType.problems("t2a-standard-4", "us-east1", List.of()))
        .extracting(problem -> problem.message())
        .containsExactly(
            "\"t2a-standard-4\" is not offered in us-east1, only in asia-southeast1-b,"
                + " asia-southeast1-c, europe-west4-a, europe-west4-b, europe-west4-c,"
                + " us-central1-a, us-central1-b, us-central1-f.");
    assertThat(MachineType.problems("t2a-standard-4", "", List.of())).isEmpty();
  }

  private static List<String> problems(String name, List<String> zones) {
    return MachineType.problems(name, "us-central1", zones).stream()
        .map(problem -> problem.message())
        .toList();
  }
}
