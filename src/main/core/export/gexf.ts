import type { NodeType } from '../../../shared/model.ts';
import { escaped, inAttribute } from '../../../shared/xml-text.ts';
import { type Columns, type GraphFormat, rounded, type Value } from './graph-format.ts';
import { dayOf } from './text.ts';

/** GEXF's words for the types of columns. */
const types = { string: 'string', int: 'integer', double: 'double', boolean: 'boolean' } as const;

/** Red, green and blue of each type: the light theme's colours (src/renderer/ui/tokens.css). */
const colours: Readonly<Record<NodeType, readonly [red: number, green: number, blue: number]>> = {
  company: [29, 96, 173],
  organization: [0, 109, 109],
  person: [161, 79, 9],
  place: [41, 110, 56],
  product: [118, 65, 167],
  story: [71, 65, 60],
};

const attributesOf = (of: 'node' | 'edge', columns: Columns): string =>
  [
    `    <attributes class="${of}" mode="static">\n`,
    ...Object.entries(columns).map(([name, type]) => `      <attribute id="${name}" title="${name}" type="${types[type]}"/>\n`),
    '    </attributes>\n',
  ].join('');

const valuesOf = (values: Readonly<Record<string, Value>>): string => {
  const given = Object.entries(values).filter(([, value]) => value !== null && value !== '');
  if (given.length === 0) return '';
  const each = given.map(([name, value]) => `<attvalue for="${name}" value="${inAttribute(String(value))}"/>`);
  return `<attvalues>${each.join('')}</attvalues>`;
};

/** From the first to the last day on which it was reported; an end that is not known is open. */
const lifeOf = ({ first, last }: { first: string | null; last: string | null }): string =>
  `${first === null ? '' : ` start="${dayOf(first)}"`}${last === null ? '' : ` end="${dayOf(last)}"`}`;

/**
 * GEXF 1.2 as Gephi reads it: typed attributes, weights, colours by type, places with y upwards, and for each element the days
 * from its first to its last report, which Gephi's timeline filters by.
 */
export const gexf: GraphFormat = {
  begin: ({ title, description, made, nodes, edges }) =>
    [
      '<?xml version="1.0" encoding="UTF-8"?>\n',
      '<gexf xmlns="http://www.gexf.net/1.2draft" xmlns:viz="http://www.gexf.net/1.2draft/viz"',
      ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"',
      ' xsi:schemaLocation="http://www.gexf.net/1.2draft http://www.gexf.net/1.2draft/gexf.xsd" version="1.2">\n',
      `  <meta${made === null ? '' : ` lastmodifieddate="${dayOf(made)}"`}>\n    <creator>Newsgraph</creator>\n`,
      `    <description>${escaped([title, ...description].join('\n'))}</description>\n  </meta>\n`,
      '  <graph mode="dynamic" timeformat="date" defaultedgetype="undirected">\n',
      attributesOf('node', nodes),
      attributesOf('edge', edges),
      '    <nodes>\n',
    ].join(''),
  node: (node) => {
    const { id, label, type, place, size, values } = node;
    const [red, green, blue] = colours[type];
    const viz = [
      `<viz:color r="${red}" g="${green}" b="${blue}"/>`,
      place === null ? '' : `<viz:position x="${rounded(place.x, 1)}" y="${rounded(-place.y, 1)}" z="0"/>`,
      size === null ? '' : `<viz:size value="${rounded(size, 1)}"/>`,
    ].join('');
    return `      <node id="${inAttribute(id)}" label="${inAttribute(label)}"${lifeOf(node)}>${valuesOf(values)}${viz}</node>\n`;
  },
  between: '    </nodes>\n    <edges>\n',
  edge: (edge) => {
    const { id, source, target, directed, label, weight, values } = edge;
    const ends = `id="${inAttribute(id)}" source="${inAttribute(source)}" target="${inAttribute(target)}"`;
    const kind = `type="${directed ? 'directed' : 'undirected'}"${label === '' ? '' : ` label="${inAttribute(label)}"`}`;
    return `      <edge ${ends} ${kind} weight="${rounded(weight, 4)}"${lifeOf(edge)}>${valuesOf(values)}</edge>\n`;
  },
  end: '    </edges>\n  </graph>\n</gexf>\n',
};
