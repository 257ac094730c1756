import type { CheckedArgs } from '../../shared/contract.ts';
import type { EntityId } from '../../shared/model.ts';
import type { EntityNote } from '../../shared/views-boards.ts';
import { nodeIn } from './graph-methods.ts';
import type { NodeKey, Store } from './store/index.ts';

/** What is noted on an entity: its own note and those of whoever was merged into it, each a paragraph; empty where nothing is. */
export const noteOn = (store: Store, entity: NodeKey): string =>
  store
    .notesOf(entity)
    .map(({ text }) => text)
    .join('\n\n');

/** Puts a text in the place of what is noted on an entity; an empty one removes it. Throws `not-found` where the library lacks the entity. */
export const setNote = (store: Store, { entity, text }: CheckedArgs<'noteSet'>): EntityNote => {
  const node = nodeIn(store, entity);
  const before = store.notesOf(node.key);
  const id = node.id as EntityId;
  if (text !== '') store.putNote(id, text, new Date().toISOString());
  // the text was written in sight of them all; should this be cut short here, one of them is there twice and nothing is lost
  for (const each of before) if (text === '' || each.entity !== id) store.dropNote(each.entity);
  return { entity: id, text };
};
