import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { GraphLink, GraphNode } from '../../../shared/views.ts';
import { createApp } from '../../state/app.ts';
import { memoryHost } from '../../state/memory-host.ts';
import { graphLink, graphNode, relation } from '../drawing/fixtures.ts';
import { type MenuSubject, mapMenu, selectedTarget, subjectOf } from './map-menu.ts';

const [nvidia, arm, huang] = [
  graphNode(1, { name: 'Nvidia', more: 40 }),
  graphNode(2, { name: 'Arm', more: 5 }),
  graphNode(3, { name: 'Jensen Huang', type: 'person' }),
] as const;
const owns = graphLink(nvidia.id, arm.id, { relations: [relation(nvidia.id, arm.id)] });

const open = (nodes: readonly GraphNode[] = [nvidia, arm, huang], links: readonly GraphLink[] = [owns]) => {
  const store = createApp(memoryHost().host);
  store.setState({ board: { ...store.getState().board, nodes, links, focus: nvidia.id } });
  const copied: string[] = [];
  const nothing = () => undefined;
  const help = { openNode: nothing, openLink: nothing, addNote: nothing, copy: (text: string) => copied.push(text) };
  const items = (subject: MenuSubject) => mapMenu(store.getState(), subject, help)?.items ?? [];
  return {
    app: () => store.getState(),
    copied,
    labels: (subject: MenuSubject) => items(subject).flatMap(({ label, disabled }) => (disabled ? [] : [label])),
    choose: (subject: MenuSubject, label: string) =>
      items(subject)
        .find((item) => item.label === label)
        ?.onChoose(),
    menu: (subject: MenuSubject) => mapMenu(store.getState(), subject, help),
  };
};

beforeEach(() => vi.stubGlobal('localStorage', { getItem: () => null, setItem: () => undefined }));

describe('the menus of the map', () => {
  test('a node’s offers what can be done with that node now', () => {
    const { labels } = open();
    const ofArm = labels({ kind: 'node', id: arm.id });
    expect(ofArm).toEqual(expect.arrayContaining(['Show 5 more around it', 'Path from Nvidia', 'Hide', 'Show alone']));
    expect(ofArm).not.toContain('Collapse');
    const ofMiddle = labels({ kind: 'node', id: nvidia.id });
    expect(ofMiddle).toContain('Show 12 more around it');
    expect(ofMiddle).not.toContain('Hide');
    expect(ofMiddle).not.toContain('Centre here');
    expect(labels({ kind: 'node', id: huang.id })).not.toContain('All its neighbours are shown');
  });

  test('the menu key without a cursor means what is selected, as far as it is to be seen', () => {
    const { app } = open();
    expect(selectedTarget(app())).toBeNull();
    app().nodesSelected([arm.id, huang.id]);
    const target = selectedTarget(app());
    expect(target?.kind).toBe('node');
    expect(subjectOf(app(), target)).toEqual({ kind: 'selection' });
    app().targetSelected({ kind: 'link', id: owns.id });
    expect(selectedTarget(app())).toEqual({ kind: 'link', id: owns.id });
    app().targetSelected(null);
    expect(selectedTarget(app())).toBeNull();
  });

  test('one of several that are selected stands for all of them', () => {
    const { app, labels, choose, copied } = open();
    app().nodesSelected([arm.id]);
    expect(subjectOf(app(), { kind: 'node', id: arm.id })).toEqual({ kind: 'node', id: arm.id });
    app().nodesSelected([arm.id, huang.id]);
    expect(subjectOf(app(), { kind: 'node', id: arm.id })).toEqual({ kind: 'selection' });
    expect(subjectOf(app(), { kind: 'node', id: nvidia.id })).toEqual({ kind: 'node', id: nvidia.id });
    expect(labels({ kind: 'selection' })).toContain('Path between the two');
    choose({ kind: 'selection' }, 'Copy their names');
    expect(copied).toEqual(['Arm\nJensen Huang']);
    choose({ kind: 'selection' }, 'Select the others instead');
    expect([...app().board.selection]).toEqual([nvidia.id]);
  });

  test('a link’s filters its kind away, and is gone with it', () => {
    const { app, choose, menu } = open();
    const subject = { kind: 'link', id: owns.id } as const;
    choose(subject, 'Select both ends');
    expect(app().board.selection).toEqual(new Set([nvidia.id, arm.id]));
    choose(subject, 'Hide all links of this kind (acquired)');
    expect(app().board.filter.kindsOff).toEqual(['acquired']);
    expect(menu(subject)).toBeNull();
  });

  test('the map’s selects all, brings back, and names the step to undo', () => {
    const { app, choose, labels } = open();
    app().nodesHidden([arm.id]);
    expect(labels({ kind: 'map' })).toEqual(expect.arrayContaining(['Undo: Hide', 'Bring back 1 hidden node', 'Timeline']));
    choose({ kind: 'map' }, 'Select all');
    expect([...app().board.selection]).toEqual([nvidia.id, huang.id]);
    choose({ kind: 'map' }, 'Bring back 1 hidden node');
    expect(app().board.hidden.size).toBe(0);
    expect(subjectOf(app(), null)).toEqual({ kind: 'map' });
  });
});
