// Draws a dashboard's JSON with Grafana's own components and the answers of a Prometheus.
import React from 'react';
import {createRoot} from 'react-dom/client';
import {ThemeContext, createTheme, dateTime, getDisplayProcessor, standardTransformers, standardTransformersRegistry,
  toDataFrame, transformDataFrame, FieldType} from '@grafana/data';
import {BarGauge, BigValue, GlobalStyles, PanelChrome, TimeSeries} from '@grafana/ui';
import {TableNG} from '@grafana/ui/unstable';
import {initPluginTranslations} from '@grafana/i18n';
import {lastValueFrom} from 'rxjs';

const {dashboard, prometheus} = window.PICTURE;
const END = Math.floor(Date.now() / 1000), START = END - 3 * 3600, STEP = 60;
const theme = createTheme({colors: {mode: 'dark'}});
const GAP = 8, CELL = 30, WIDTH = 1480, COLUMN = (WIDTH + GAP) / 24;

standardTransformersRegistry.setInit(() => [standardTransformers.mergeTransformer, standardTransformers.organizeFieldsTransformer]
  .map(transformation => ({id: transformation.id, name: transformation.name, transformation: async () => transformation})));

async function ask(target) {
  const query = target.expr.replaceAll('$__rate_interval', '2m').replace(/\$(?=[a-z])\w+/g, '.*');
  const when = target.instant ? `query?time=${END}` : `query_range?start=${START}&end=${END}&step=${STEP}`;
  const answer = await (await fetch(`${prometheus}/api/v1/${when}&query=${encodeURIComponent(query)}`)).json();
  return answer.data.result;
}

function frames(panel, target, series) {
  if (target.format === 'table') {
    const labels = [...new Set(series.flatMap(each => Object.keys(each.metric)))];
    return [toDataFrame({refId: target.refId, fields: [
      {name: 'Time', type: FieldType.time, values: series.map(() => END * 1000)},
      ...labels.map(name => ({name, type: FieldType.string, values: series.map(each => each.metric[name])})),
      {name: `Value #${target.refId}`, type: FieldType.number, values: series.map(each => Number(each.value[1]))}]})];
  }
  return series.map(each => {
    const points = new Map((each.values ?? [each.value]).map(([time, value]) => [Math.round(time), Number(value)]));
    const times = each.values ? Array.from({length: 181}, (_, i) => START + i * STEP) : [Math.round(each.value[0])];
    const name = target.legendFormat.replace(/{{\s*(\S+?)\s*}}/g, (_, label) => each.metric[label] ?? '') || panel.title;
    return toDataFrame({refId: target.refId, fields: [
      {name: 'Time', type: FieldType.time, values: times.map(time => time * 1000)},
      {name: 'Value', type: FieldType.number, labels: each.metric, values: times.map(time => points.get(time) ?? null),
        config: {displayNameFromDS: name}}]});
  });
}

function configured(panel, all) {
  const {defaults, overrides} = panel.fieldConfig;
  let index = 0;
  for (const frame of all) {
    for (const field of frame.fields) {
      const mine = field.type === FieldType.number ? structuredClone(defaults) : {custom: {}};
      const title = field.config.displayName ?? field.config.displayNameFromDS ?? field.name;
      for (const {matcher, properties} of overrides.filter(each => each.matcher.options === title)) {
        for (const {id, value} of properties) {
          id === 'custom.cellOptions' ? mine.custom = {...mine.custom, cellOptions: value} : mine[id] = value;
        }
      }
      mine.thresholds?.steps.forEach(step => step.value ??= -Infinity);
      field.config = {...mine, ...field.config, links: []};
      field.state = {displayName: title, seriesIndex: field.type === FieldType.number ? index++ : undefined};
      field.display = getDisplayProcessor({field, theme});
    }
  }
  return all;
}

async function load(panel) {
  const answers = await Promise.all(panel.targets.map(async target => frames(panel, target, await ask(target))));
  const joined = panel.transformations
    ? await lastValueFrom(transformDataFrame(panel.transformations, answers.flat())) : answers.flat();
  return configured(panel, joined);
}

function Body({panel, data, width, height}) {
  const values = data.flatMap(frame => frame.fields.filter(field => field.type === FieldType.number));
  const last = field => ({...field.display(field.values.at(-1)), title: values.length > 1 ? field.state.displayName : ''});
  if (!values.length) {
    return <p>No data</p>;
  }
  switch (panel.type) {
    case 'stat':
      return <BigValue theme={theme} width={width} height={height} value={last(values[0])}
        colorMode={panel.options.colorMode} graphMode="none" justifyMode="auto" />;
    case 'bargauge': {
      const bars = values.map(last);
      const longest = part => bars.map(bar => bar[part] ?? '').reduce((a, b) => a.length >= b.length ? a : b);
      const alignmentFactors = {title: longest('title'), text: longest('text'), suffix: longest('suffix')};
      return bars.map((bar, i) => <div key={i} style={{position: 'absolute', top: i * height / bars.length}}>
        <BarGauge theme={theme} width={width} height={height / bars.length - 4} value={bar} display={values[i].display}
          field={values[i].config} orientation="horizontal" displayMode="basic" showUnfilled itemSpacing={4} lcdCellWidth={12}
          alignmentFactors={alignmentFactors} /></div>);
    }
    case 'table':
      return <TableNG data={data[0]} width={width} height={height} structureRev={1} cellHeight="sm" />;
    default:
      return <TimeSeries frames={data} structureRev={1} width={width} height={height} timeZone="utc"
        timeRange={{from: dateTime(START * 1000), to: dateTime(END * 1000), raw: {from: 'now-3h', to: 'now'}}}
        legend={{...panel.options.legend, calcs: []}} options={panel.options} />;
  }
}

function Panel({panel, data}) {
  const {x, y, w, h} = panel.gridPos;
  const width = w * COLUMN - GAP, height = h * (CELL + GAP) - GAP;
  const box = {position: 'absolute', left: x * COLUMN + GAP, top: y * (CELL + GAP) + 52, width, height};
  return panel.type === 'row' ? <h5 style={box}>{panel.title}</h5> : <div style={box}>
    <PanelChrome title={panel.title} width={width} height={height} padding="md">
      {(innerWidth, innerHeight) => <div style={{position: 'relative'}}>
        <Body panel={panel} data={data} width={innerWidth} height={innerHeight} /></div>}
    </PanelChrome></div>;
}

await initPluginTranslations('picture');
const panels = dashboard.panels;
const data = await Promise.all(panels.map(panel => panel.type === 'row' ? [] : load(panel)));
document.body.style.background = theme.colors.background.canvas;
document.body.style.color = theme.colors.text.primary;
document.body.style.font = `14px ${theme.typography.fontFamily}`;
createRoot(document.getElementById('page')).render(<ThemeContext.Provider value={theme}>
  <GlobalStyles />
  <h3 style={{position: 'absolute', left: GAP, top: 12}}>{dashboard.title}</h3>
  {panels.map((panel, i) => <Panel key={panel.id} panel={panel} data={data[i]} />)}
</ThemeContext.Provider>);
