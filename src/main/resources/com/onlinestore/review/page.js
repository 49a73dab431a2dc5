'use strict';
// Draws what stands in the block "data". Every text of a plan becomes a text node, never markup.
const data = JSON.parse(document.getElementById('data').textContent);
const SVG = 'http://www.w3.org/2000/svg';
const WORDS = {added: 'new', removed: 'gone'};
const SIGNS = {added: '+', removed: '−'};
const GRAVE = ['Data loss', 'Exposure', 'Security'];
const WORKLOADS = ['Deployment', 'Rollout', 'StatefulSet'];
const COLOURS = {remove: 'removed', replace: 'replaced', update: 'changed', add: 'added', rename: 'soft'};

function fill(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes || {})) {
    if (name === 'on') {
      Object.entries(value).forEach(([event, listener]) => element.addEventListener(event, listener));
    } else if (value !== null && value !== undefined && value !== false) {
      element.setAttribute(name, value === true ? '' : value);
    }
  }
  element.append(...children.flat(Infinity).filter(child => child !== null && child !== undefined && child !== false && child !== ''));
  return element;
}
const h = (name, attributes, ...children) => fill(document.createElement(name), attributes, children);
const s = (name, attributes, ...children) => fill(document.createElementNS(SVG, name), attributes, children);
const plural = (count, word) => `${count} ${word}${count === 1 ? '' : 's'}`;
const tag = (text, colour) => h('span', {class: `tag ${colour || ''}`}, text);
const mono = text => h('span', {class: 'mono'}, text);

// Header and contents

const contents = [];

function section(id, title, count, aside, ...children) {
  contents.push({id, title, count});
  return h('section', {id, class: children[0].matches('.none') && children.filter(Boolean).length === 1 && 'empty', 'aria-labelledby': `${id}-title`},
    h('h2', {id: `${id}-title`}, title, aside && h('span', {class: 'soft'}, aside)), ...children);
}

function none(text) {
  return h('p', {class: 'none'}, text);
}

function header() {
  const mandatory = data.findings.filter(each => each.mandatory && !each.waiver).length;
  const wrong = [mandatory && plural(mandatory, 'mandatory finding'), data.mistakes.length && plural(data.mistakes.length, 'mistake') + ' in the mesh'];
  document.title = `${data.stack}: ${data.base === undefined ? 'plan' : 'change'} of ${data.project}`;
  document.getElementById('top').append(
    h('h1', {}, data.stack, h('span', {}, ` of ${data.project}`)),
    data.base !== undefined && h('p', {class: 'soft'}, 'compared with ', mono(data.base)) || '',
    data.counts.length ? h('p', {class: 'counts'}, data.counts.map(each =>
      h('span', {class: COLOURS[each.kind]}, h('b', {}, `${each.sign}${each.count}`), ` ${each.word}`))) : '',
    h('div', {class: 'verdict'},
      data.stops ? h('strong', {class: 'removed'}, `Must not run so: ${wrong.filter(Boolean).join(', ')}.`)
        : h('strong', {}, 'No mandatory finding and no mistake in the mesh.'),
      h('span', {class: 'soft'}, `${plural(data.resources.length, 'resource')} in ${plural(data.components, 'component')}`)));
}

function navigation() {
  document.getElementById('contents').append(h('ul', {}, contents.map(({id, title, count}) =>
    h('li', {}, h('a', {href: `#${id}`, class: (id === 'mistakes' && count || id === 'findings' && data.findings.some(each => each.mandatory && !each.waiver)) && 'bad'},
      h('span', {}, title), count === null ? '' : h('span', {}, String(count)))))));
}

// Risks, findings, mistakes

/** The names of resources, each as a link to its row where it has one. */
function named(names) {
  return [h('span', {class: 'mono names'}, names.split(', ').map((name, i) => [i ? ', ' : '', link(name)])), ' '];
}

function link(name) {
  const fits = each => each.name === name || WORKLOADS.some(kind => each.name === `${kind} ${name}`);
  const change = (data.changes || []).findIndex(fits);
  const resource = data.resources.findIndex(fits);
  const target = change >= 0 ? `change-${change}` : resource >= 0 ? `resource-${resource}` : null;
  return target ? h('a', {href: `#${target}`}, name) : name;
}

function risks() {
  const byCategory = new Map();
  data.risks.forEach(risk => byCategory.set(risk.category, [...byCategory.get(risk.category) || [], risk]));
  return section('risks', 'Risks', data.risks.length, null, data.risks.length
    ? h('ul', {class: 'panel risks'}, [...byCategory].map(([category, all]) => h('li', {},
      h('div', {class: `category ${GRAVE.includes(category) ? 'grave' : ''}`}, category),
      h('ul', {}, all.map(risk => h('li', {}, named(risk.what), risk.why))))))
    : none('Nothing that this page knows of could go wrong with this change.'));
}

/** One entry for each rule; what is new stands first, and of many only some are unfolded. */
function rules(all, words) {
  const byRule = new Map();
  all.forEach(each => {
    const key = `${each.rule} ${!!each.waiver}`;
    byRule.set(key, [...byRule.get(key) || [], each]);
  });
  return h('ul', {class: 'panel risks findings'}, [...byRule.values()].map(broken => {
    const [first] = broken;
    const places = [...broken].sort((a, b) => b.fresh - a.fresh).map(each =>
      h('li', {}, named(each.object), each.fresh && [tag('new', 'changed'), ' '], each.message, each.waiver && h('div', {class: 'soft'}, `Waived: ${each.waiver}`)));
    const shown = places.length > 4 ? 3 : 4;
    return h('li', {}, h('div', {class: 'category'}, words(first)),
      h('div', {class: 'what'}, h('p', {}, mono(first.rule), h('span', {class: 'soft'}, ` ${first.reason} ${first.fix}`)),
        h('ul', {}, places.slice(0, shown)),
        places.length > shown && h('details', {class: 'long'}, h('summary', {}, `${places.length - shown} more`), h('ul', {}, places.slice(shown)))));
  }));
}

/** Where there is a base, what it has as well and what nobody must act on is folded. */
function findings() {
  const severity = each => each.waiver ? tag('waived') : each.mandatory ? tag('mandatory', 'removed') : tag('advisory', 'changed');
  const known = data.findings.filter(each => data.base !== undefined && !each.fresh && (each.waiver || !each.mandatory));
  const shown = data.findings.filter(each => !known.includes(each));
  return section('findings', 'Policies', data.findings.length, null,
    shown.length ? rules(shown, severity) : none(known.length ? 'This change breaks no policy.' : 'No policy is broken.'),
    known.length > 0 && h('details', {class: 'long known'}, h('summary', {}, `${plural(known.length, 'finding')}, waived or advisory, that ${data.base} has as well`), rules(known, severity)),
    data.mended.length > 0 && h('details', {class: 'long known'}, h('summary', {}, `${plural(data.mended.length, 'finding')} mended by this change`), rules(data.mended, () => tag('mended', 'added'))));
}

function mistakes() {
  return section('mistakes', 'Mistakes in the mesh', data.mistakes.length, null, data.mistakes.length
    ? h('ul', {class: 'panel mistakes'}, data.mistakes.map(each => h('li', {}, each)))
    : none('None: the mesh would do what the plan says.'));
}

// Rows that fold: what is in them is made when they open

function row({id, sign, colour, word, name, gist, aside, body}) {
  const [kind, ...rest] = name.split(' ');
  const found = h('span', {class: 'found', hidden: true});
  const inside = h('div', {class: 'body'});
  const element = h('details', {class: 'row', id, on: {toggle: () => element.open && !inside.childNodes.length && inside.append(...body())}},
    h('summary', {}, h('span', {class: `sign ${colour}`, title: word}, sign, word && h('span', {class: 'hidden'}, ` ${word}`)),
      h('span', {class: 'kind'}, kind), h('span', {class: 'mono'}, rest.join(' ')),
      h('span', {class: 'gist', title: gist}, gist || ''), h('span', {class: 'aside'}, aside), found), inside);
  element.found = found;
  return element;
}

function lines(all) {
  const classes = {'+': 'plus', '-': 'minus', '@': 'at', ' ': ''};
  const block = h('div', {class: 'lines'}, all.map(text =>
    h('span', {class: `line ${classes[text[0]]}`}, text[0] === '@' ? `⋯ ${text.slice(1)}` : `${text[0]} ${text.slice(1)}`)));
  const count = sign => all.filter(text => text[0] === sign).length;
  return all.length <= 24 ? block
    : h('details', {class: 'long'}, h('summary', {}, `${plural(count('-'), 'line')} removed, ${plural(count('+'), 'line')} added`), block);
}

function property({path, before, after, lines: all}) {
  return h('div', {}, h('div', {class: 'path'}, path),
    all.length ? lines(all) : lines([before === undefined ? null : `-${before}`, after === undefined ? null : `+${after}`].filter(each => each !== null)));
}

/** The first value that differs, on one line. */
function gist({properties}) {
  if (!properties.length) {
    return '';
  }
  const [{path, before, after, lines: all}] = properties;
  const tail = (text, most) => text.length > most ? `…${text.slice(1 - most)}` : text;
  const count = sign => all.filter(text => text[0] === sign).length;
  const differing = all.filter(text => text[0] === '-' || text[0] === '+');
  const shorter = text => tail(text.slice(before.length > 24 ? common(before, after) : 0), 40);
  const what = differing.length === 1 ? `${differing[0][0]} ${tail(differing[0].slice(1).trim().replace(/^- "?|"$/g, ''), 40)}` : all.length ? `−${count('-')} +${count('+')} lines` : before === undefined ? `+ ${tail(after, 40)}`
    : after === undefined ? `− ${tail(before, 40)}` : `${shorter(before)} → ${shorter(after)}`;
  return `${tail(path, 34)}: ${what}${properties.length > 1 ? `, and ${plural(properties.length - 1, 'value')} more` : ''}`;
}

/** How much of the beginning is the same, up to a mark between words. */
function common(a, b) {
  let end = 0;
  while (end < a.length && a[end] === b[end]) {
    end++;
  }
  return Math.max(...['/', ':', ' '].map(mark => a.lastIndexOf(mark, end - 1))) + 1;
}

function changed(change, index) {
  const resource = data.resources.find(each => each.urn === change.urn);
  const aside = [change.forcedBy.length ? 'deleted and created again' : '', change.effect].filter(Boolean).join(', ')
    || '';
  return row({id: `change-${index}`, sign: change.sign, colour: COLOURS[change.kind], word: change.word, name: change.name, gist: gist(change), aside, body: () => [
    ...change.forcedBy.map(each => h('p', {class: 'because'}, h('strong', {}, 'Replaced because of '), each)),
    change.effect ? h('p', {class: 'because'}, h('strong', {}, 'Effect: '), change.effect) : '',
    change.formerly ? h('p', {class: 'because'}, h('strong', {}, 'Was '), mono(change.formerly)) : '',
    change.properties.length ? h('div', {class: 'properties'}, change.properties.map(property)) : '',
    change.kind === 'add' ? h('pre', {}, resource.text) : change.kind === 'remove' ? h('pre', {}, change.text) : '',
  ].filter(Boolean)});
}

function foldAll(list) {
  const set = open => () => [...list.children].filter(each => !each.hidden).forEach(each => { each.open = open; });
  return h('span', {class: 'tools'}, h('button', {class: 'plain', type: 'button', on: {click: set(true)}}, 'Open all'),
    h('button', {class: 'plain', type: 'button', on: {click: set(false)}}, 'Close all'));
}

function difference() {
  const list = h('div', {class: 'panel'}, data.changes.map(changed));
  const result = section('difference', 'Difference', data.changes.length, null, data.changes.length ? list : none(`Nothing differs from ${data.base}.`));
  if (data.changes.length) {
    result.firstChild.append(foldAll(list));
  }
  return result;
}

// The call graph

function graph() {
  const {width, height, frames, boxes, arrows} = data.calls;
  const boxName = box => box.namespace && box.kind === 'callers' ? `${box.namespace}/${box.name}` : box.name;
  const clipped = (text, most) => text.length > most ? `${text.slice(0, most - 1)}…` : text;
  const words = arrow => `${boxName(boxes[arrow.from])} → ${boxName(boxes[arrow.to])}: ${arrow.refused ? 'refused ' : ''}`
    + arrow.labels.map(label => (label.state ? `(${WORDS[label.state]}) ` : '') + label.text).join('; ');
  const said = h('p', {class: 'said soft', role: 'status'}, 'Point at a box or an arrow, or go from box to box with the arrow keys.');
  const rest = said.textContent;
  const svg = s('svg', {width, height, viewBox: `0 0 ${width} ${height}`, preserveAspectRatio: 'xMinYMin meet', role: 'group', 'aria-label': 'Who may call whom'});
  const light = (lit, text) => {
    const ends = new Set(lit.flatMap(arrow => [arrow.from, arrow.to]));
    svg.classList.toggle('busy', lit.length > 0);
    arrows.forEach(arrow => {
      arrow.line.classList.toggle('lit', lit.includes(arrow));
      arrow.label.classList.toggle('lit', lit.includes(arrow));
    });
    boxes.forEach((box, i) => box.shape.classList.toggle('lit', ends.has(i)));
    said.textContent = text || rest;
  };
  const of = index => arrows.filter(arrow => arrow.from === index || arrow.to === index);
  const describe = index => `${boxName(boxes[index])}. ` + (of(index).map(words).join('. ') || 'Nobody may call it, and it may call nobody');
  const show = index => light(of(index), describe(index));

  arrows.forEach(arrow => {
    const head = /([-\d]+),([-\d]+)$/.exec(arrow.path);
    const left = boxes[arrow.to].x > Number(head[1]);
    const [x, y, d] = [Number(head[1]), Number(head[2]), left ? -7 : 7];
    arrow.line = s('g', {class: `arrow ${arrow.state} ${arrow.refused ? 'refused' : ''}`,
      on: {mouseenter: () => light([arrow], words(arrow)), mouseleave: () => light([])}},
      s('path', {class: 'line-of', d: arrow.path}), s('path', {class: 'reach', d: arrow.path}),
      arrow.refused
        ? s('path', {class: 'line-of', d: `M${x + d},${y - 5}L${x},${y + 5}M${x + d},${y + 5}L${x},${y - 5}`})
        : s('path', {class: 'head', d: `M${x - d / 7 * -2},${y}L${x + d},${y - 4}L${x + d},${y + 4}Z`}));
    const longest = Math.max(...arrow.labels.map(label => label.brief.length)) * 7.1 + 12;
    const top = arrow.y - arrow.labels.length * 8 - 3;
    const start = Math.min(Math.max(4, arrow.x - longest / 2), Math.max(4, width - longest - 4));
    arrow.label = s('g', {class: 'label'}, s('rect', {x: start, y: top, width: longest, height: arrow.labels.length * 16 + 6, rx: 3}),
      arrow.labels.map((label, i) => s('text', {class: label.state, x: start + 6, y: top + 15 + i * 16}, label.brief)));
  });
  boxes.forEach((box, i) => {
    box.shape = s('g', {class: `box ${box.kind} ${box.state}`, tabindex: i === 0 ? 0 : -1, role: 'img', 'aria-label': describe(i),
      on: {mouseenter: () => show(i), mouseleave: () => light([]), focus: () => show(i), blur: () => light([]), keydown: event => step(event, i)}},
      s('rect', {x: box.x, y: box.y, width: box.width, height: box.height, rx: box.kind === 'host' || box.kind === 'callers' ? 15 : 4}),
      s('text', {x: box.x + box.width / 2, y: box.y + box.height / 2 + 4, 'text-anchor': 'middle'}, s('title', {}, boxName(box)), clipped(boxName(box), Math.floor((box.width - 20) / 7.6))));
  });
  // One stop for Tab; the arrow keys go to the nearest box in their direction.
  const step = (event, index) => {
    const from = boxes[index];
    const [dx, dy] = {ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1]}[event.key] || [0, 0];
    if (!dx && !dy) {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
    const far = box => Math.abs(box.x - from.x) * (dy ? 4 : 1) + Math.abs(box.y - from.y) * (dx ? 2 : 1);
    const next = boxes.filter(box => box !== from && (dx ? (box.x - from.x) * dx > 0 : (box.y - from.y) * dy > 0)).sort((a, b) => far(a) - far(b))[0];
    if (next) {
      boxes.forEach(box => box.shape.setAttribute('tabindex', box === next ? 0 : -1));
      next.shape.focus();
    }
  };
  svg.append(...frames.map(frame => s('g', {class: 'frame'}, s('rect', {x: frame.x, y: frame.y, width: frame.width, height: frame.height, rx: 6}),
    s('text', {x: frame.x + 12, y: frame.y + 18}, frame.title))),
  ...arrows.map(each => each.line), ...boxes.map(each => each.shape), ...arrows.map(each => each.label));
  const states = [...arrows, ...boxes].map(each => each.state);
  const legend = [states.includes('added') && h('span', {class: 'added'}, '━ new'), states.includes('removed') && h('span', {class: 'removed'}, '┅ gone'),
    arrows.some(each => each.refused) && h('span', {}, 'dashed: refused whatever else allows it')].filter(Boolean);
  return section('calls', 'Calls', arrows.length, legend.length ? h('span', {class: 'legend'}, legend) : null, boxes.length
    ? h('div', {class: 'panel'}, h('div', {class: 'graph'}, svg), said,
      h('details', {class: 'long listed'}, h('summary', {}, 'As a list'), h('ul', {}, arrows.map(arrow => h('li', {class: arrow.state}, words(arrow))))))
    : none('The plan lets nobody call anybody in a mesh.'));
}

// Tables

function table({id, title, columns, rows, none: empty}) {
  const marked = rows.some(each => each.state);
  let last = null;
  return section(id, title, id === 'cost' ? null : rows.length, null, rows.length ? h('div', {class: 'panel'}, h('table', {},
    h('thead', {}, h('tr', {}, marked && h('th', {class: 'sign'}, h('span', {class: 'hidden'}, 'Change')), columns.map(each => h('th', {scope: 'col'}, each)))),
    h('tbody', {}, rows.map(({state, cells}, index) => {
      const again = cells[0] === last;
      last = cells[0];
      return h('tr', {class: state}, marked && h('td', {class: `sign ${state}`}, SIGNS[state] && [SIGNS[state], h('span', {class: 'hidden'}, ` ${state}`)]),
        cells.map((cell, i) => i ? h('td', {}, cell)
          : h('td', {class: again ? 'name again' : cells[0] === (rows[index + 1] || {cells: []}).cells[0] ? 'name kept' : 'name'},
            again ? h('span', {class: 'hidden'}, cell) : cell)));
    })))) : none(empty));
}

// All resources, and the search in them

function marked(text, words) {
  const lower = text.toLowerCase();
  const parts = [];
  for (let at = 0; at < text.length;) {
    const [next, length] = words.map(word => [lower.indexOf(word, at), word.length]).filter(([place]) => place >= 0)
      .sort((a, b) => a[0] - b[0])[0] || [text.length, 0];
    parts.push(text.slice(at, next), length ? h('mark', {}, text.slice(next, next + length)) : '');
    at = next + length;
  }
  return parts;
}

function resources() {
  const changes = new Map((data.changes || []).filter(each => each.urn).map(each => [each.urn, each]));
  const rows = data.resources.map((each, i) => {
    const change = changes.get(each.urn);
    const element = row({id: `resource-${i}`, sign: change ? change.sign : '', colour: change ? COLOURS[change.kind] : '', word: change ? change.word : '',
      name: each.name, aside: each.component, body: () => [
        h('div', {class: 'facts'}, h('span', {}, mono(each.type)), each.isProtected && tag('protected')), h('pre', {}, each.text)]});
    return {...each, element, head: `${each.name} ${each.type} ${each.component} ${each.urn}`.toLowerCase(), all: each.text.toLowerCase()};
  });
  const list = h('div', {class: 'panel all'}, rows.map(each => each.element));
  const kinds = new Map();
  rows.forEach(each => kinds.set(each.kind, (kinds.get(each.kind) || 0) + 1));
  const field = h('input', {id: 'search', type: 'search', placeholder: 'Type, name, namespace, or any text of a resource', 'aria-label': 'Search resources',
    autocomplete: 'off', spellcheck: 'false', 'aria-keyshortcuts': '/', on: {input: () => search()}});
  const kind = h('select', {id: 'kind', 'aria-label': 'Kind', on: {change: () => search()}}, h('option', {value: ''}, 'All kinds'),
    [...kinds].sort(([a], [b]) => a < b ? -1 : 1).map(([name, count]) => h('option', {value: name}, `${name} (${count})`)));
  const status = h('span', {class: 'soft', id: 'found', role: 'status'});
  const nothing = none('No resource has all of these words.');
  const search = () => {
    const words = field.value.toLowerCase().split(/\s+/).filter(Boolean);
    let count = 0;
    rows.forEach(each => {
      const hit = (!kind.value || each.kind === kind.value) && words.every(word => each.head.includes(word) || each.all.includes(word));
      each.element.hidden = !hit;
      count += hit;
      const inside = hit ? words.filter(word => !each.head.includes(word)) : [];
      const line = inside.length ? each.text.split('\n').find(text => text.toLowerCase().includes(inside[0])) || '' : '';
      const from = Math.max(0, line.toLowerCase().indexOf(inside[0]) - 60);
      each.element.found.replaceChildren(...marked(line.slice(from, from + 200).trim(), inside));
      each.element.found.hidden = !line;
    });
    status.textContent = count === rows.length ? `${count} resources` : `${count} of ${rows.length} resources`;
    list.hidden = !count;
    nothing.hidden = !!count;
  };
  const result = section('resources', 'All resources', rows.length, null,
    h('div', {class: 'search', role: 'search'}, field, kind, status), list, nothing);
  result.firstChild.append(foldAll(list));
  search();
  return {result, field, clear: () => { field.value = ''; kind.value = ''; search(); }};
}

// Keys

function keys({field, clear}) {
  const visible = () => [...document.querySelectorAll('details.row:not([hidden]) > summary')].filter(each => each.getClientRects().length);
  const move = (by, near) => {
    const all = visible();
    const at = all.indexOf(document.activeElement);
    const next = at >= 0 ? all[at + by] : near === field ? all.find(each => field.compareDocumentPosition(each) & Node.DOCUMENT_POSITION_FOLLOWING) : all[by > 0 ? 0 : all.length - 1];
    if (next) {
      next.focus();
      next.scrollIntoView({block: 'nearest'});
    }
  };
  document.addEventListener('keydown', event => {
    const typing = /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName);
    const onRow = event.target.matches('details.row > summary');
    if (event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    if (event.key === 'Escape' && (field.value || event.target === field || onRow)) {
      clear();
      field.blur();
    } else if (event.key === '/' && !typing) {
      field.focus();
      field.select();
    } else if (!typing && (event.key === 'j' || event.key === 'k')) {
      move(event.key === 'j' ? 1 : -1);
    } else if (event.key === 'ArrowDown' && (onRow || event.target === field)) {
      move(1, event.target);
    } else if (event.key === 'ArrowUp' && onRow) {
      move(-1);
    } else if (onRow && (event.key === 'ArrowRight' || event.key === 'ArrowLeft')) {
      event.target.parentElement.open = event.key === 'ArrowRight';
    } else {
      return;
    }
    event.preventDefault();
  });
  const follow = () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (target && target.matches('details.row')) {
      if (target.hidden) {
        clear();
      }
      target.open = true;
      target.firstChild.focus();
      target.scrollIntoView({block: 'start'});
    }
  };
  addEventListener('hashchange', follow);
  follow();
}

const all = resources();
const order = [data.base !== undefined && risks, findings, mistakes, data.base !== undefined && difference, graph, ...data.tables.map(each => () => table(each))];
header();
document.getElementById('content').append(...order.filter(Boolean).map(each => each()));
contents.push(contents.shift());  // all resources stand last
document.getElementById('content').append(all.result);
navigation();
keys(all);
