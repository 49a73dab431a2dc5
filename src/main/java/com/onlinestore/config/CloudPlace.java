package com.onlinestore.config;

import com.onlinestore.components.settings.Problem;
import com.onlinestore.components.settings.Problems;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Where in a cloud a stack is: from Pulumi's standard keys or, where they say nothing, from the
 * variables that the clouds' own tools and Pulumi's providers read.
 *
 * @param name what a cluster of the stack is called: after project and stack
 * @param awsRegion as in {@code eu-west-1}; empty where nobody said
 * @param gcpProject as in {@code acme-store-dev}; empty where nobody said
 * @param gcpRegion as in {@code europe-west1}; empty where nobody said
 */
public record CloudPlace(String name, String awsRegion, String gcpProject, String gcpRegion) {

  private static final String AWS_REGION = "aws:region";
  private static final String GCP_PROJECT = "gcp:project";
  private static final String GCP_REGION = "gcp:region";

  private static final String AWS_PATTERN = "^[a-z]{2}(-[a-z]+){1,2}-[0-9]$";
  private static final String GCP_PATTERN = "^[a-z]+-[a-z]+[0-9]+$";

  /**
   * Reads the place.
   *
   * @param name of project and stack
   * @param keys the value of a full configuration key, as in {@code aws:region}
   * @param environment of the process
   */
  public static CloudPlace read(
      String name, Function<String, Optional<String>> keys, Map<String, String> environment) {
    return new CloudPlace(
        name,
        first(keys.apply(AWS_REGION), environment, "AWS_REGION", "AWS_DEFAULT_REGION"),
        first(
            keys.apply(GCP_PROJECT),
            environment,
            "GOOGLE_PROJECT",
            "GOOGLE_CLOUD_PROJECT",
            "GCLOUD_PROJECT",
            "CLOUDSDK_CORE_PROJECT"),
        first(
            keys.apply(GCP_REGION),
            environment,
            "GOOGLE_REGION",
            "GCLOUD_REGION",
            "CLOUDSDK_COMPUTE_REGION"));
  }

  /** What a cluster on AWS lacks. */
  List<Problem> awsProblems() {
    return problems(AWS_REGION, awsRegion, AWS_PATTERN, "eu-west-1", "AWS_REGION");
  }

  /** What a cluster on Google's cloud lacks. */
  List<Problem> gcpProblems() {
    return new Problems()
        .addIf(
            gcpProject.isEmpty(),
            GCP_PROJECT,
            "is not set. Set it with: pulumi config set gcp:project <project>, or set"
                + " GOOGLE_PROJECT.")
        .addAll("", problems(GCP_REGION, gcpRegion, GCP_PATTERN, "europe-west1", "GOOGLE_REGION"))
        .list();
  }

  private static List<Problem> problems(
      String key, String region, String pattern, String example, String variable) {
    return new Problems()
        .addIf(
            region.isEmpty(),
            key,
            "is not set. Set it with: pulumi config set %s %s, or set %s.",
            key,
            example,
            variable)
        .addIf(
            !region.isEmpty() && !region.matches(pattern),
            key,
            "\"%s\" must be a region, such as %s.",
            region,
            example)
        .list();
  }

  private static String first(
      Optional<String> configured, Map<String, String> environment, String... variables) {
    return configured
        .or(
            () ->
                Stream.of(variables)
                    .map(variable -> environment.getOrDefault(variable, ""))
                    .filter(value -> !value.isEmpty())
                    .findFirst())
        .orElse("");
  }
}
