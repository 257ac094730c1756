import type { LucideIcon } from 'lucide-react';
import type { NodeId } from '../../shared/model.ts';
import type { Host } from '../api/index.ts';
import type { App } from '../state/app.ts';

export const commandGroups = ['Find', 'Map', 'Reader', 'Window', 'Library'] as const;
export type CommandGroup = (typeof commandGroups)[number];

export interface Command {
  id: string;
  title: string;
  group: CommandGroup;
  icon: LucideIcon;
  /** Key combinations (see ui/keys.ts); the first is the one shown beside the command. */
  keys?: readonly string[];
  /** Does it to all selected nodes, where several are; else it means the one that the reader is about. */
  severals?: boolean;
  /** Whether it can be done now; always, where absent. */
  when?: (app: App, host: Host) => boolean;
  /** Left out of the palette: it is what brought one there. */
  keysOnly?: boolean;
  run: (app: App, host: Host) => void;
}

/** The node that commands about a node mean: the one selected on the map. */
export const selectedNode = ({ board }: App): { id: NodeId; name: string } | null => {
  const { selected } = board;
  if (selected?.kind !== 'node') return null;
  return board.nodes.find((node) => node.id === selected.id) ?? null;
};

/** Whether a command can be done now. */
export const canRun = (command: Command, app: App, host: Host): boolean => command.when?.(app, host) ?? true;
