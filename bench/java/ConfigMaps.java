import com.onlinestore.engine.EngineRun;
import com.pulumi.Context;
import com.pulumi.Pulumi;
import com.pulumi.kubernetes.core.v1.ConfigMap;
import com.pulumi.kubernetes.core.v1.ConfigMapArgs;
import com.pulumi.kubernetes.meta.v1.inputs.ObjectMetaArgs;
import java.util.Map;

/** Registers as many ConfigMaps as BENCH_CONFIG_MAPS says, as configmaps.ts does. */
final class ConfigMaps {

  private ConfigMaps() {}

  private static void register(Context context) {
    int count = Integer.parseInt(System.getenv("BENCH_CONFIG_MAPS"));
    for (int i = 0; i < count; i++) {
      String name = "map-" + i;
      new ConfigMap(
          name,
          ConfigMapArgs.builder()
              .metadata(ObjectMetaArgs.builder().name(name).namespace("default").build())
              .data(Map.of("key", "value " + i))
              .build());
    }
  }

  /** As the store is run. */
  static final class AsTheStore {
    public static void main(String[] args) {
      System.exit(EngineRun.of(ConfigMaps::register));
    }
  }

  /** As the SDK runs a program. */
  static final class WithTheSdk {
    public static void main(String[] args) {
      Pulumi.run(ConfigMaps::register);
    }
  }
}
