package com.onlinestore;

import com.onlinestore.plan.Plan;
import com.onlinestore.plan.Planner;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Prints how long a plan takes and how much heap it needs, by the number of services. */
public final class PlanBenchmark {

  private static final int[] SIZES = {4, 50, 100, 250, 500};

  private PlanBenchmark() {}

  /** Plans stores of growing size, one after another in one process. */
  public static void main(String[] args) {
    plan(SIZES[0]);
    System.out.println("services  resources   seconds  ms/service  peak heap");
    for (int services : SIZES) {
      System.gc();
      heapPools().forEach(MemoryPoolMXBean::resetPeakUsage);
      long start = System.nanoTime();
      Plan plan = plan(services);
      double seconds = (System.nanoTime() - start) / 1e9;
      long peak = heapPools().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
      System.out.printf(
          "%8d  %9d  %8.2f  %10.1f  %6d MiB%n",
          services, plan.resources().size(), seconds, 1000 * seconds / services, peak >> 20);
    }
  }

  private static Plan plan(int services) {
    Map<String, String> config = Map.of("online-store:store", stackFile(services));
    return Planner.plan(
        "online-store", "bench", config, Set.of(), OnlineStore.program(config.keySet(), Set.of()));
  }

  /** Each service calls the two before it. */
  private static String stackFile(int services) {
    return IntStream.range(0, services)
        .mapToObj(
            i ->
                "\"service-%d\": {\"image\": \"acme/service:1\", \"calls\": [%s]}"
                    .formatted(
                        i,
                        IntStream.range(Math.max(0, i - 2), i)
                            .mapToObj(callee -> "\"service-" + callee + "\"")
                            .collect(Collectors.joining(", "))))
        .collect(Collectors.joining(", ", "{\"services\": {", "}}"));
  }

  private static Stream<MemoryPoolMXBean> heapPools() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP);
  }
}
