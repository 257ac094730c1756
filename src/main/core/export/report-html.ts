import { pictureSlot } from '../../../shared/views-export.ts';
import { escaped, inAttribute } from '../../../shared/xml-text.ts';
import type { Report, ReportedEntity, ReportedLink, Said } from './report.ts';
import { reportStyle } from './report-style.ts';

const cited = (numbers: readonly number[]): string =>
  numbers.map((number) => ` <a class="number" href="#source-${number}">[${number}]</a>`).join('');

const saidItem = ({ from, words, to, status, sources }: Said): string =>
  `<li>${escaped(from)} <i>${escaped(words)}</i> ${escaped(to)}${status}${cited(sources)}</li>`;

const entityItem = ({ name, type, facts, note, says }: ReportedEntity): string =>
  [
    `<li><b>${escaped(name)}</b> <span class="type" data-type="${type}">${type}</span>`,
    `<p class="facts">${escaped(facts)}</p>`,
    note === '' ? '' : `<div class="note">${escaped(note)}</div>`,
    says.length === 0 ? '' : `<ul>${says.map(saidItem).join('')}</ul>`,
    '</li>',
  ].join('');

const linkSection = ({ from, words, to, status, facts, quotes, more }: ReportedLink): string =>
  [
    `<section><h3>${escaped(from)} <span class="words">${escaped(words)}</span> ${escaped(to)}${status}</h3>`,
    `<p class="facts">${escaped(facts)}</p>`,
    ...quotes.map(
      ({ sentence, states, source }) =>
        `<blockquote><p>“${escaped(sentence)}”</p><cite>${escaped(states)}${cited([source])}</cite></blockquote>`,
    ),
    more === '' ? '' : `<p class="facts">${escaped(more)}</p>`,
    '</section>',
  ].join('\n');

const section = (heading: string, body: string): string => (body === '' ? '' : `<section>\n<h2>${heading}</h2>\n${body}\n</section>\n`);
const plainList = (lines: readonly string[]): string =>
  lines.length === 0 ? '' : `<ul class="plain">${lines.map((line) => `<li>${escaped(line)}</li>`).join('')}</ul>`;

/**
 * A report as one file of HTML that needs nothing else: no scripts, nothing from outside, light and dark, and made to be
 * printed. `pictureSlot` stands in it once.
 */
export const reportHtml = ({ title, date, extent, filter, missing, notes, entities, links, sources }: Report): string =>
  [
    '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">\n`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">\n<meta name="generator" content="Newsgraph">\n',
    `<title>${escaped(title)}</title>\n<style>${reportStyle}</style>\n</head>\n<body>\n<main>\n`,
    `<header>\n<h1>${escaped(title)}</h1>\n<p><time datetime="${date}">${date}</time> · ${escaped(extent)}</p>\n</header>\n`,
    `${pictureSlot}\n`,
    section('Filter', plainList(filter)),
    section('Missing', plainList(missing)),
    section('Notes', notes.map((note) => `<div class="note">${escaped(note)}</div>`).join('\n')),
    section('Entities', entities.length === 0 ? '' : `<ul class="entities">\n${entities.map(entityItem).join('\n')}\n</ul>`),
    section('Links', links.map(linkSection).join('\n')),
    section(
      'Sources',
      sources.length === 0
        ? ''
        : `<ol class="sources">\n${sources
            .map(({ number, words, address }) => {
              const link = address === null ? '' : `, <a href="${inAttribute(address)}" rel="noreferrer">${escaped(address)}</a>`;
              return `<li id="source-${number}">${escaped(words)}${link}</li>`;
            })
            .join('\n')}\n</ol>`,
    ),
    '</main>\n</body>\n</html>\n',
  ].join('');
