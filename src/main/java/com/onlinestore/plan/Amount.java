package com.onlinestore.plan;

import io.fabric8.kubernetes.api.model.Quantity;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * What pods ask for.
 *
 * @param cpu cores
 * @param memory bytes
 */
public record Amount(BigDecimal cpu, BigDecimal memory) {

  /** Nothing. */
  public static final Amount NONE = new Amount(BigDecimal.ZERO, BigDecimal.ZERO);

  private static final BigDecimal MEBIBYTE = BigDecimal.valueOf(1L << 20);
  private static final BigDecimal GIBIBYTE = BigDecimal.valueOf(1L << 30);

  /**
   * Reads quantities such as {@code 250m} and {@code 128Mi}. Null, empty, and what is no quantity,
   * which an override can bring, are zero: to refuse the latter is up to the API server.
   */
  static Amount of(String cpu, String memory) {
    return new Amount(number(cpu), number(memory));
  }

  /** Both together. */
  public Amount plus(Amount other) {
    return new Amount(cpu.add(other.cpu), memory.add(other.memory));
  }

  /** That of so many. */
  public Amount times(int count) {
    BigDecimal factor = BigDecimal.valueOf(count);
    return new Amount(cpu.multiply(factor), memory.multiply(factor));
  }

  /** The larger of each. */
  Amount max(Amount other) {
    return new Amount(cpu.max(other.cpu), memory.max(other.memory));
  }

  /** CPU in cores, as in {@code 0.25}. */
  public String cpuText() {
    return plain(cpu, 3);
  }

  /** Memory in the largest unit that fits, as in {@code 128Mi} and {@code 1.5Gi}. */
  public String memoryText() {
    return memory.compareTo(GIBIBYTE) < 0
        ? plain(memory.divide(MEBIBYTE), 1) + "Mi"
        : plain(memory.divide(GIBIBYTE), 2) + "Gi";
  }

  private static BigDecimal number(String quantity) {
    if (quantity == null || quantity.isEmpty()) {
      return BigDecimal.ZERO;
    }
    try {
      return Quantity.getAmountInBytes(Quantity.parse(quantity));
    } catch (IllegalArgumentException noQuantity) {
      return BigDecimal.ZERO;
    }
  }

  private static String plain(BigDecimal number, int digits) {
    BigDecimal rounded = number.setScale(digits, RoundingMode.HALF_UP).stripTrailingZeros();
    return rounded.toPlainString();
  }
}
