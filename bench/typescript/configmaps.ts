// Registers as many ConfigMaps as BENCH_CONFIG_MAPS says, as ConfigMaps.java does.
import * as kubernetes from "@pulumi/kubernetes";

for (let i = 0; i < Number(process.env.BENCH_CONFIG_MAPS); i++) {
  new kubernetes.core.v1.ConfigMap(`map-${i}`, {
    metadata: { name: `map-${i}`, namespace: "default" },
    data: { key: `value ${i}` },
  });
}
