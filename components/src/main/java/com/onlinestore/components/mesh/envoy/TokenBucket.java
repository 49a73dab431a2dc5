package com.onlinestore.components.mesh.envoy;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import com.onlinestore.components.settings.TimeSpan;
import java.math.BigDecimal;

/**
 * Each request takes a token; tokens come back steadily, {@code tokensPerFill} in {@code
 * fillInterval}, until there are {@code maxTokens}.
 *
 * @param fillInterval seconds with their unit, as in {@code 0.5s}: Envoy knows no milliseconds
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record TokenBucket(int maxTokens, int tokensPerFill, String fillInterval) {

  /** The shortest interval that Envoy takes. */
  public static final TimeSpan SHORTEST = TimeSpan.of("50ms");

  /** A bucket that begins full. */
  public static TokenBucket of(int maxTokens, int tokensPerFill, TimeSpan fillInterval) {
    BigDecimal seconds = BigDecimal.valueOf(fillInterval.duration().toMillis(), 3);
    return new TokenBucket(
        maxTokens, tokensPerFill, seconds.stripTrailingZeros().toPlainString() + "s");
  }
}
