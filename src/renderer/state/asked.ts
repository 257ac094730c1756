import { useEffect, useState } from 'react';
import type { Answer, Args, MethodName } from '../../shared/contract.ts';
import type { Host } from '../api/index.ts';
import { useApp, useHost } from './app.ts';
import { failed, idle, type Loading, loading, ready } from './failure.ts';

/** Answers kept per host: a card that was shown once is there at once the next time. */
const kept = new WeakMap<Host, Map<string, unknown>>();
const keptMost = 300;

const keep = (host: Host, question: string, answer: unknown) => {
  const answers = kept.get(host) ?? new Map<string, unknown>();
  kept.set(host, answers);
  answers.set(question, answer);
  const oldest = answers.keys().next().value;
  if (answers.size > keptMost && oldest !== undefined) answers.delete(oldest);
};

interface Asked<Value> {
  value: Value | null;
  loading: Loading;
}

/**
 * The core's answer to a question that belongs to no page: a card on hover, the reports of a story. `args` null asks
 * nothing. Answers are kept until the library changes, or what was made of its articles.
 */
export const useAsked = <Name extends MethodName>(name: Name, args: Args<Name> | null): Asked<Answer<Name>> => {
  const host = useHost();
  const library = useApp(({ library }) => `${library.status?.folder} ${library.status?.articles} ${library.revision}`);
  const asked = args === null ? null : JSON.stringify(args);
  const question = asked === null ? null : `${library} ${name} ${asked}`;
  const [outcome, setOutcome] = useState<{ question: string | null; loading: Loading }>({ question: null, loading: idle });

  useEffect(() => {
    if (question === null || asked === null || kept.get(host)?.has(question)) return;
    let wanted = true;
    const settle = (how: Loading) => {
      if (wanted) setOutcome({ question, loading: how });
    };
    host.core[name](JSON.parse(asked) as Args<Name>).then(
      (answer) => {
        keep(host, question, answer);
        settle(ready);
      },
      (thrown: unknown) => settle(failed(thrown)),
    );
    return () => {
      wanted = false;
    };
  }, [host, name, question, asked]);

  if (question === null) return { value: null, loading: idle };
  const answers = kept.get(host);
  if (answers?.has(question)) return { value: answers.get(question) as Answer<Name>, loading: ready };
  return { value: null, loading: outcome.question === question ? outcome.loading : loading };
};
