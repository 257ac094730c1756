import type { AliasReason, ExtractedMention, Extraction } from '../../../shared/extraction.ts';
import type { EntityType } from '../../../shared/model.ts';
import { type EntityClass, entityClass, entityKey } from '../extract/key.ts';

/** All mentions of an article that its text gives the same full name. */
export interface Cluster {
  class: EntityClass;
  key: string;
  type: EntityType;
  /** The fullest name. */
  name: string;
  /** Indexes of its mentions in the extraction, in order. */
  mentions: number[];
  /** Other names that the article gives it, by key: why each stands for it. */
  claims: Map<string, AliasReason>;
  /** Our lists know the name. */
  listed: boolean;
}

/** The name that most mentions give as the fullest; the longer of two equally frequent. */
export const fullestName = (names: ReadonlyMap<string, number>): string => {
  let best: [string, number] = ['', 0];
  for (const [name, count] of names) {
    if (count > best[1] || (count === best[1] && (name.length > best[0].length || (name.length === best[0].length && name < best[0])))) {
      best = [name, count];
    }
  }
  return best[0];
};

/** Keys by type and name: names repeat from article to article. */
const keys = new Map<string, string>();
const rememberedKeys = 50_000;

/** `entityKey`, remembered. */
export const keyOf = (name: string, type: EntityType): string => {
  const asked = `${type}:${name}`;
  const known = keys.get(asked);
  if (known !== undefined) return known;
  const key = entityKey(name, type);
  if (keys.size >= rememberedKeys) keys.clear();
  keys.set(asked, key);
  return key;
};

/** Why a mention's spelling stands for its full name: as extraction says; else what it looks like. Null for the name itself. */
export const spellingReason = ({ alias, type, text, entity }: ExtractedMention): AliasReason | null => {
  if (alias !== undefined) return alias;
  const key = keyOf(text, type);
  if (key === '' || key === keyOf(entity, type)) return null;
  return type === 'person' ? 'surname' : 'short form';
};

const ofLists = ({ reason, alias }: ExtractedMention): boolean => alias === 'listed' || reason.includes('in our lists');

/** The mentions at `indexes` gathered by class and key of their full names, in the order in which the text names them first. */
export const clustersOf = (extraction: Extraction, indexes: readonly number[]): Cluster[] => {
  const clusters = new Map<string, Cluster & { names: Map<string, number> }>();
  for (const index of indexes) {
    const mention = extraction.mentions[index];
    if (mention === undefined) continue;
    const key = keyOf(mention.entity, mention.type);
    if (key === '') continue;
    const kind = entityClass(mention.type);
    const cluster = clusters.get(`${kind}:${key}`) ?? {
      class: kind,
      key,
      type: mention.type,
      name: '',
      mentions: [],
      claims: new Map<string, AliasReason>(),
      listed: false,
      names: new Map<string, number>(),
    };
    clusters.set(`${kind}:${key}`, cluster);
    cluster.mentions.push(index);
    cluster.names.set(mention.entity, (cluster.names.get(mention.entity) ?? 0) + 1);
    cluster.listed ||= ofLists(mention);
    const reason = spellingReason(mention);
    const spelled = reason === null ? '' : keyOf(mention.text, mention.type);
    if (reason !== null && spelled !== '' && spelled !== key) cluster.claims.set(spelled, reason);
  }
  return [...clusters.values()].map(({ names, ...cluster }) => ({ ...cluster, name: fullestName(names) }));
};
