import { relationKinds } from './relations.ts';
import type { GraphLink } from './views.ts';

/** What a link says, read from one of its ends: `acquired (announced), partners with`, or that both are mentioned together. */
export const linkInWords = (link: Pick<GraphLink, 'relations'>, from: string): string => {
  const said = link.relations.map(({ kind, status, from: subject }) => {
    const verb = subject === from ? relationKinds[kind].verb : relationKinds[kind].inverse;
    return status === 'stated' ? verb : `${verb} (${status})`;
  });
  return said.length > 0 ? [...new Set(said)].join(', ') : 'mentioned together';
};
