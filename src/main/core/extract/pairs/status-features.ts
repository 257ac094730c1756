import { type RelationKind, relationStatuses } from '../../../../shared/relations.ts';
import type { Match } from '../match.ts';
import { statusOf } from '../status.ts';
import { hashOf } from '../tagger/hash.ts';
import type { PairScene } from './features.ts';

const statusBucketBits = 17;
/** Features of statuses are numbers from 0 up to this. */
export const statusBuckets = 1 << statusBucketBits;
export const statusClasses = relationStatuses.length;

const telling =
  /^(?:may|might|could|would|will|reportedly|rumou?red|rumou?rs?|talks|discussions|negotiations|considering|considers|weighing|mulling|exploring|nearing|agreed|agrees|agreement|plans?|planned|planning|intends?|expected|expects|set|due|to|propos\w+|completed?|completes|closed?|closes|finali[sz]ed|denied|denies|deny|denying|refus\w+|reject\w+|declin\w+|not|no|never|n't|neither|abandon\w+|scrapped|collapsed|called|failed|cancell?ed|terminated?|ended|ends|stopped|dissolved|former|formerly|once|until|longer|said|sources?|people|familiar|according|wants?|seeks?|hopes?|in|off|down|withdr\w+|lapsed|dropped|settled|now|has|have|had|is|was|were|if|potential|possible|offer|bid|announced?|signed|pending|subject|approval|definitive|next|year|later|soon)$/;

const formOf = (word: string): string =>
  /ing$/.test(word) ? 'ing' : /(?:ed|ought|sold|led|made)$/.test(word) ? 'past' : /s$/.test(word) ? 's' : 'base';

/** Features that tell whether a relation between two items holds, is planned, denied or over. */
export const statusFeatures = (
  scene: PairScene,
  subject: number,
  object: number,
  kind: RelationKind,
  matches: readonly Match[],
): Int32Array => {
  const { items, verbs, words } = scene;
  const out: number[] = [];
  const push = (template: string, value: string): void => {
    const hash = Math.imul(hashOf(`${template}\n${value}`), 0x9e3779b1);
    out.push((hash ^ (hash >>> 15)) >>> (32 - statusBucketBits));
  };
  const first = Math.min(subject, object);
  const second = Math.max(subject, object);
  const wordAt = (i: number): string => (items[i]?.kind === 'name' ? '<name>' : (words[i] ?? ''));
  push('kind', kind);
  if (scene.title) push('title', kind);
  for (const { a, b, anchor, left, right } of matches) {
    if (!((a === subject && b === object) || (b === subject && a === object))) continue;
    const from = Math.min(a, b) < anchor ? Math.min(a, b) : undefined;
    push('rule', `${statusOf(items, { left, right, anchor, subject: from }, 'stated')}`);
  }
  for (const [i, item] of items.entries()) {
    if (item.kind !== 'word' || !telling.test(item.lower)) continue;
    const area = i < first - 10 || i >= second + 10 ? 'far' : i < first ? 'before' : i < second ? 'between' : 'after';
    push('word', `${area} ${item.lower}`);
    push('word-kind', `${area} ${item.lower} ${kind}`);
    for (const step of [-1, 1, 2]) push('word-two', `${area} ${step} ${item.lower} ${wordAt(i + step)}`);
  }
  for (let i = Math.max(0, first - 8); i < Math.min(items.length, second + 8); i += 1) {
    const verb = verbs[i];
    if (!verb) continue;
    const area = i < first ? 'before' : i < second ? 'between' : 'after';
    const form = formOf(items[i]?.lower ?? '');
    push('verb', `${area} ${verb}`);
    push('verb-form', `${area} ${form} ${kind}`);
    push('verb-before', `${area} ${form} ${wordAt(i - 1)}`);
    push('verb-two-before', `${form} ${wordAt(i - 2)} ${wordAt(i - 1)}`);
    push('verb-after-word', `${area} ${verb} ${wordAt(i - 1)}`);
  }
  for (let i = first; i <= second; i += 1) if (items[i]?.kind === 'role') push('role', words[i] as string);
  return Int32Array.from(out);
};
