// Three hours of a shop that is not there, as OpenMetrics text: four services, and ten minutes in which payments fails.
const END = Math.floor(Date.now() / 1000) + 90;  // beyond what is drawn
const STEP = 30;
const MOMENTS = Array.from({length: 3.2 * 3600 / STEP}, (_, i) => END - 3.2 * 3600 + i * STEP);
const BUCKETS = [1, 5, 10, 25, 50, 100, 250, 500, 1000, 2500, 5000, 10000];
const STORE = 'store', GATEWAY = 'store-gateway';
const CALLS = [  // caller, callee, requests per second, middle of their milliseconds
  [GATEWAY, 'products', 62, 14], [GATEWAY, 'orders', 21, 85], [GATEWAY, 'users', 17, 11],
  ['orders', 'products', 21, 12], ['orders', 'payments', 19, 55], ['payments', 'users', 19, 9]];
const families = new Map();

let seed = 7;
const random = () => (seed = seed * 16807 % 2147483647) / 2147483647;
const wave = time => 1 + 0.35 * Math.sin((END - time) / 2100) + 0.1 * (random() - 0.5);
const broken = time => time > END - 4200 && time < END - 3600;
const faults = (callee, time) => callee === 'payments' || callee === 'orders' ? (broken(time) ? 0.08 : 0.0004) : 0.0001;
const text = labels => Object.entries(labels).map(([name, value]) => `${name}="${value}"`).join(',');

function add(family, type, name, labels, valueAt) {
  const lines = families.get(family) ?? families.set(family, [`# TYPE ${family} ${type}`]).get(family);
  for (const time of MOMENTS) {
    lines.push(`${name}{${text(labels)}} ${valueAt(time)} ${time}`);
  }
}

function counter(family, labels, perSecond) {
  let sum = 0;
  add(family, 'counter', family + '_total', labels, time => (sum += perSecond(time) * STEP).toFixed(3));
}

const gauge = (name, labels, valueAt) => add(name, 'gauge', name, labels, valueAt);

function requests(labels, rate, callee, middle) {
  counter('istio_requests', {...labels, response_code: '200'}, time => rate * wave(time) * (1 - faults(callee, time)));
  counter('istio_requests', {...labels, response_code: '503'}, time => rate * wave(time) * faults(callee, time));
  const faster = (bucket, time) => 1 / (1 + Math.pow(middle * (broken(time) && faults(callee, time) > 0.01 ? 4 : 1) / bucket, 2.6));
  const sums = BUCKETS.map(() => 0);
  let all = 0;
  const lines = families.get('durations') ?? families.set('durations', ['# TYPE istio_request_duration_milliseconds histogram']).get('durations');
  const rows = [...BUCKETS, '+Inf'].map(() => []);
  for (const time of MOMENTS) {
    const now = rate * wave(time) * STEP;
    all += now;
    BUCKETS.forEach((bucket, i) => rows[i].push([sums[i] += now * faster(bucket, time), time]));
    rows[BUCKETS.length].push([all, time]);
  }
  rows.forEach((row, i) => row.forEach(([value, time]) => lines.push(
    `istio_request_duration_milliseconds_bucket{${text({...labels, le: [...BUCKETS, '+Inf'][i]})}} ${value.toFixed(2)} ${time}`)));
}

for (const [caller, callee, rate, middle] of CALLS) {
  const labels = {destination_workload_namespace: STORE, source_workload_namespace: caller === GATEWAY ? GATEWAY : STORE,
    source_canonical_service: caller, destination_canonical_service: callee, destination_canonical_revision: 'v1'};
  requests({reporter: 'destination', ...labels}, rate, callee, middle);
  if (caller === GATEWAY) {
    requests({reporter: 'source', ...labels}, rate, callee, middle);
  }
}
['orders', 'payments', 'products', 'users'].forEach((container, i) => {
  const of = pod => ({namespace: STORE, container, pod: `${container}-v1-5d8f7c-${pod}`});
  for (const pod of ['x2b9q', 'k7w4m']) {
    counter('container_cpu_usage_seconds', of(pod), time => (0.03 + 0.012 * i) * wave(time));
    gauge('container_memory_working_set_bytes', of(pod), time => (110 + 22 * i + 6 * wave(time)) * 2 ** 20);
    gauge('kube_pod_container_resource_requests', {...of(pod), resource: 'cpu'}, () => 0.1);
    gauge('kube_pod_container_resource_limits', {...of(pod), resource: 'memory'}, () => 256 * 2 ** 20);
    gauge('kube_pod_container_status_ready', of(pod), time => container === 'payments' && pod === 'k7w4m' && broken(time) ? 0 : 1);
  }
  for (const [slo, left] of [['availability', [0.41, 0.22, 0.97, 0.99][i]], ['latency', [0.68, 0.55, 0.93, 0.88][i]]]) {
    const labels = {namespace: STORE, service: container, slo};
    gauge('slo:error_budget_remaining:ratio', labels, () => left);
    gauge('slo:objective:ratio', labels, () => 0.999);
    gauge('slo:bad:ratio_rate1h', labels, () => 0.001 * (1 - left));
  }
});
for (const lines of families.values()) {
  process.stdout.write(lines.join('\n') + '\n');
}
process.stdout.write('# EOF\n');
