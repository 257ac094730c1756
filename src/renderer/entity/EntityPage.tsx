import { Route } from 'lucide-react';
import { useApp } from '../state/app.ts';
import type { DetailContent } from '../state/detail.ts';
import { Button } from '../ui/Button.tsx';
import { formatCount, formatRange, plural } from '../ui/format.ts';
import { TypeGlyph } from '../ui/TypeGlyph.tsx';
import { Aliases } from './Aliases.tsx';
import { ArticleLines } from './ArticleLines.tsx';
import { Correcting } from './Correcting.tsx';
import { CorrectionLines } from './CorrectionLines.tsx';
import { CorrectMenu } from './CorrectMenu.tsx';
import { EntityNote } from './EntityNote.tsx';
import { HiddenNote } from './HiddenNote.tsx';
import { NodeActions } from './NodeActions.tsx';
import styles from './page.module.css';
import { Section } from './Section.tsx';
import { Statements } from './Statements.tsx';
import { Strongest } from './Strongest.tsx';
import { statementsOf } from './statements.ts';
import { Why } from './Why.tsx';

type Props = Omit<Extract<DetailContent, { kind: 'entity' }>, 'kind'>;

/** Everything the library knows of one entity, each statement one click from its sentences. */
export const EntityPage = ({ card, statements, articles }: Props) => {
  const busy = useApp((app) => app.detail.more.state === 'loading');
  const connectionStarted = useApp((app) => app.connectionStarted);
  const allStatementsRequested = useApp((app) => app.allStatementsRequested);
  const entityArticlesRequested = useApp((app) => app.entityArticlesRequested);
  const { node } = card;
  const groups = statementsOf(node.id, statements.items);
  const range = formatRange(card.first, card.last);
  const missing = statements.total - statements.items.length;
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <h1 className={styles.name}>
          <TypeGlyph type={node.type} size={22} />
          <span>{node.name}</span>
        </h1>
        <Why card={card} />
        <Aliases name={node.name} aliases={card.aliases} />
        <p className={styles.facts}>
          {`In ${plural(node.articles, 'article')}, ${plural(card.mentions, 'mention')}`}
          {range === '' ? null : <span className={styles.quiet}>{` · ${range}`}</span>}
        </p>
        <NodeActions node={node}>
          <Button icon={Route} onClick={() => connectionStarted({ id: node.id, name: node.name })}>
            Connect with…
          </Button>
          <CorrectMenu card={card} />
        </NodeActions>
        <EntityNote entity={node.id} name={node.name} note={card.note} />
        <HiddenNote card={card} />
        <Correcting />
      </header>

      {groups.length === 0 ? null : (
        <Section title="Relations">
          <Statements self={node.name} groups={groups} />
          {missing > 0 ? (
            <Button look="quiet" size="small" className={styles.more} disabled={busy} onClick={allStatementsRequested}>
              {`Show ${formatCount(missing)} more`}
            </Button>
          ) : null}
        </Section>
      )}

      {card.strongest.length === 0 ? null : (
        <Section title="Strongest connections">
          <Strongest neighbours={card.strongest} />
        </Section>
      )}

      {card.corrections.length === 0 ? null : (
        <Section title="Corrections" count={card.corrections.length}>
          <CorrectionLines label={`Corrections of ${node.name}`} corrections={card.corrections} />
        </Section>
      )}

      <Section title="Articles" count={articles.total}>
        <ArticleLines lines={articles.items.map((article) => ({ article }))} />
        {articles.items.length < articles.total ? (
          <Button look="quiet" size="small" className={styles.more} disabled={busy} onClick={entityArticlesRequested}>
            {`Show ${formatCount(Math.min(20, articles.total - articles.items.length))} more`}
          </Button>
        ) : null}
      </Section>
    </div>
  );
};
