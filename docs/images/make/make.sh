#!/usr/bin/env bash
# Makes docs/images/store-overview.png: the overview of the stack `local` with made-up series, from a real Prometheus, drawn by
# the components that Grafana is made of. Needs prometheus, promtool, chromium, pngquant, node and npm on the PATH, and a JDK
# with Maven. MODULES names a folder for the components, to be kept.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
port=${PORT:-19090}
cd "$here/../../.."
mvn -q compile exec:java -Dexec.args="plan local --out $work/plan" > /dev/null
node "$here/series.mjs" > "$work/series.txt"
promtool tsdb create-blocks-from openmetrics "$work/series.txt" "$work/data" > /dev/null
touch "$work/empty.yaml"
prometheus --config.file="$work/empty.yaml" --storage.tsdb.path="$work/data" --web.listen-address="127.0.0.1:$port" 2> "$work/prometheus.log" &
trap 'kill $!; rm -rf "$work"' EXIT
until curl -sf "http://127.0.0.1:$port/-/ready" > /dev/null; do sleep 1; done

cd "${MODULES:-$work}"
[[ -d node_modules ]] || npm install --silent --no-audit --ignore-scripts --legacy-peer-deps \
  @grafana/ui@13.2.2 @grafana/data@13.2.2 @grafana/i18n@13.2.2 react@19 react-dom@19 rxjs esbuild@0.28
NODE_PATH=$PWD/node_modules npx esbuild "$here/page.jsx" --bundle --format=esm --outfile="$work/page.js" --log-level=error \
  --define:process.env.NODE_ENV='"production"' --loader:.svg=dataurl --loader:.ttf=dataurl --loader:.woff2=dataurl
node -e '
  const resources = JSON.parse(require("fs").readFileSync(process.argv[1]));
  const text = JSON.stringify(resources);
  const page = [...text.matchAll(/"store-store\.json":("(?:[^"\\]|\\.)*")/g)][0][1];
  console.log(`<!doctype html><meta charset=utf-8><link rel=stylesheet href=page.css><div id=page></div><script>window.PICTURE =
    {prometheus: "http://127.0.0.1:'"$port"'", dashboard: ${JSON.parse(page)}}</script><script type=module src=page.js></script>`)
' "$work/plan/resources.json" > "$work/page.html"
chromium --headless --no-sandbox --disable-gpu --hide-scrollbars --allow-file-access-from-files --window-size=1500,1575 \
  --virtual-time-budget=20000 --screenshot="$work/large.png" "file://$work/page.html" 2> "$work/chromium.log"
pngquant --force --quality=70-95 --output="$here/../store-overview.png" "$work/large.png"
