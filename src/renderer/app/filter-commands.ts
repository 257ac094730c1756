import { CalendarClock, History, ListFilter, Play, X } from 'lucide-react';
import type { App } from '../state/app.ts';
import { sinceDaysAgo, sinceVisit } from '../timeline/since.ts';
import type { Command } from './command.ts';

/** What can be done with the filter, with time, and with what is new. */

const hasMap = ({ board }: App) => board.nodes.length > 0;
const spanned = ({ board }: App) => board.filter.span.from !== null || board.filter.span.to !== null;

const newInDays = [
  { kind: 'day', words: 'in the last 24 hours' },
  { kind: 'week', words: 'in the last 7 days' },
  { kind: 'month', words: 'in the last 30 days' },
] as const;

export const filterCommands: readonly Command[] = [
  {
    id: 'filter',
    title: 'Filter the map…',
    group: 'Map',
    icon: ListFilter,
    keys: ['Shift+F'],
    when: hasMap,
    run: (app) => app.filterPanelToggled(!app.filtering.panel),
  },
  {
    id: 'time-strip',
    title: 'Fold or unfold the time strip',
    group: 'Map',
    icon: CalendarClock,
    keys: ['Shift+T'],
    when: hasMap,
    run: (app) => app.timeStripToggled(!app.filtering.strip),
  },
  {
    id: 'time-play',
    title: 'Play the time span, or pause',
    group: 'Map',
    icon: Play,
    keys: ['Shift+P'],
    when: hasMap,
    run: (app) => {
      app.timeStripToggled(true);
      app.playToggled(!app.filtering.playing);
    },
  },
  {
    id: 'time-clear',
    title: 'Clear the time span',
    group: 'Map',
    icon: X,
    when: spanned,
    run: (app) => {
      app.playToggled(false);
      app.filterChanged({ span: { from: null, to: null } });
    },
  },
  {
    id: 'new-visit',
    title: 'Mark what is new since my last visit',
    group: 'Map',
    icon: History,
    when: (app) => hasMap(app) && app.filtering.visitBefore !== null,
    run: (app) => {
      if (app.filtering.visitBefore !== null) app.sinceChosen(sinceVisit(app.filtering.visitBefore));
      app.newsToggled(true);
    },
  },
  ...newInDays.map(
    ({ kind, words }): Command => ({
      id: `new-${kind}`,
      title: `Mark what is new ${words}`,
      group: 'Map',
      icon: History,
      when: hasMap,
      run: (app) => {
        app.sinceChosen(sinceDaysAgo(kind, new Date()));
        app.newsToggled(true);
      },
    }),
  ),
  {
    id: 'new-none',
    title: 'Mark nothing as new',
    group: 'Map',
    icon: History,
    when: (app) => app.since !== null,
    run: (app) => app.sinceChosen(null),
  },
];
