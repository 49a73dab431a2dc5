package com.onlinestore.components.service;

import static com.onlinestore.components.settings.Checks.copy;
import static com.onlinestore.components.settings.Checks.or;
import static com.onlinestore.components.settings.Checks.sorted;
import static com.onlinestore.components.settings.Checks.within;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import com.onlinestore.components.settings.Image;
import com.onlinestore.components.settings.Problem;
import com.onlinestore.components.settings.Problems;
import io.soabase.recordbuilder.core.RecordBuilder;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One of several versions of a service that run side by side. What it does not say is as the
 * service says.
 *
 * <pre>{@code
 * var next =
 *     VersionSettingsBuilder.builder()
 *         .image(new Image("ghcr.io/acme/orders:1.5.0"))
 *         .weight(10)
 *         .build();
 * }</pre>
 *
 * @param image default the service's
 * @param weight percent of the requests; default 0. The weights of all versions sum to 100
 * @param match requests that always come here, whatever the weights
 * @param mirror percent of the other versions' requests that are sent here too, for nobody's
 *     answer; default 0
 * @param replicas a fixed number of pods
 * @param autoscaling pods by load
 * @param environment variables besides the service's, or instead of them
 */
@RecordBuilder
public record VersionSettings(
    @JsonPropertyDescription("Container image by fixed tag or digest. Default: the service's.")
        Image image,
    @JsonPropertyDescription(
            "Percent of the requests. Those of all versions sum to 100. Default: 0.")
        @Min(0)
        @Max(100)
        Integer weight,
    @JsonPropertyDescription("Requests that always come here: by header or cookie.")
        List<RequestMatch> match,
    @JsonPropertyDescription(
            "Percent of the other versions' requests that are sent here too, without waiting for an"
                + " answer. Default: 0.")
        @Min(0)
        @Max(100)
        Integer mirror,
    @JsonPropertyDescription("A fixed number of pods. Default: as the service.") @Min(0) @Max(1000)
        Integer replicas,
    @JsonPropertyDescription("Pods by load. Default: as the service.")
        AutoscalingSettings autoscaling,
    @JsonPropertyDescription("Environment variables besides the service's.")
        Map<String, String> environment) {

  /** Fills in the defaults; refuses numbers out of range. */
  public VersionSettings {
    weight = within("weight", or(weight, 0), 0, 100);
    match = copy(match);
    mirror = within("mirror", or(mirror, 0), 0, 100);
    if (replicas != null) {
      within("replicas", replicas, 0, 1000);
    }
    environment = sorted(environment);
  }

  /** This version of {@code service}, complete. */
  ServiceSettings of(ServiceSettings service, String version) {
    Map<String, String> variables = new TreeMap<>(service.environment());
    variables.putAll(environment);
    boolean own = replicas != null || autoscaling != null;
    return ServiceSettingsBuilder.builder(service)
        .image(or(image, service.image()))
        .version(version)
        .versions(Map.of())
        .live(null)
        .replicas(own ? replicas : service.replicas())
        .autoscaling(own ? autoscaling : service.autoscaling())
        .environment(variables)
        .build();
  }

  /** What is wrong across the fields of this version. */
  List<Problem> problems() {
    Problems problems = new Problems();
    for (int i = 0; i < match.size(); i++) {
      problems.addAll("match[" + i + "]", match.get(i).problems());
    }
    return problems.list();
  }
}
