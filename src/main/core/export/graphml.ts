import { escaped, inAttribute } from '../../../shared/xml-text.ts';
import type { Columns, GraphFormat, Value } from './graph-format.ts';
import { rounded } from './graph-format.ts';

type Domain = 'graph' | 'node' | 'edge';

const keysOf = (domain: Domain, columns: Columns): string =>
  Object.entries(columns)
    .map(([name, type]) => `  <key id="${domain}_${name}" for="${domain}" attr.name="${name}" attr.type="${type}"/>\n`)
    .join('');

const dataOf = (domain: Domain, values: Readonly<Record<string, Value>>): string =>
  Object.entries(values)
    .filter(([, value]) => value !== null && value !== '')
    .map(([name, value]) => `<data key="${domain}_${name}">${typeof value === 'string' ? escaped(value) : value}</data>`)
    .join('');

/**
 * GraphML with typed attributes, as Gephi and yEd read it. Places are the attributes `x` and `y`, y upwards as Gephi draws;
 * names and strengths are `label` and `weight`.
 */
export const graphml: GraphFormat = {
  begin: ({ title, description, made, nodes, edges }) =>
    [
      '<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns"',
      ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"',
      ' xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">\n',
      keysOf('graph', { title: 'string', description: 'string', made: 'string' }),
      keysOf('node', { label: 'string', ...nodes, x: 'double', y: 'double', size: 'double' }),
      keysOf('edge', { label: 'string', weight: 'double', ...edges }),
      '  <graph id="newsgraph" edgedefault="undirected">\n',
      `    ${dataOf('graph', { title, description: description.join('\n'), made })}\n`,
    ].join(''),
  node: ({ id, label, place, size, values }) => {
    const at = place === null ? {} : { x: rounded(place.x, 1), y: rounded(-place.y, 1) };
    const data = { label, ...values, ...at, size: size === null ? null : rounded(size, 1) };
    return `    <node id="${inAttribute(id)}">${dataOf('node', data)}</node>\n`;
  },
  between: '',
  edge: ({ id, source, target, directed, label, weight, values }) => {
    const ends = `id="${inAttribute(id)}" source="${inAttribute(source)}" target="${inAttribute(target)}"`;
    const data = dataOf('edge', { label, weight: rounded(weight, 4), ...values });
    return `    <edge ${ends}${directed ? ' directed="true"' : ''}>${data}</edge>\n`;
  },
  end: '  </graph>\n</graphml>\n',
};
