import { Ban, Combine, EyeOff, PencilLine, Shapes, SpellCheck2, Split } from 'lucide-react';
import { useState } from 'react';
import type { EntityCard } from '../../shared/views.ts';
import { useApp } from '../state/app.ts';
import { Button } from '../ui/Button.tsx';
import { Menu } from '../ui/Menu.tsx';
import type { EntityVerdictAsked } from './CorrectDialog.tsx';
import { MergeDialog } from './MergeDialog.tsx';
import { RenameDialog } from './RenameDialog.tsx';
import { RetypeDialog } from './RetypeDialog.tsx';
import { SplitDialog } from './SplitDialog.tsx';

type Asking = 'rename' | 'retype' | 'merge' | 'split';

/** The ways to say that an entity is not what the library takes it for. */
export const CorrectMenu = ({ card }: { card: EntityCard }) => {
  const { node, hidden } = card;
  const readOnly = useApp((app) => app.library.status?.readOnly ?? false);
  const busy = useApp((app) => app.corrections.making > 0);
  const entityCorrected = useApp((app) => app.entityCorrected);
  const problemOccurred = useApp((app) => app.problemOccurred);
  const [asking, setAsking] = useState<Asking | null>(null);
  const say = async (verdict: EntityVerdictAsked) => {
    const failure = await entityCorrected(verdict);
    if (failure) problemOccurred(`${node.name} could not be corrected`, failure);
  };
  const close = () => setAsking(null);
  return (
    <>
      <Menu
        label={`Correct ${node.name}`}
        trigger={
          <Button icon={SpellCheck2} disabled={readOnly || busy} title={readOnly ? 'This library is open for reading only' : undefined}>
            Correct…
          </Button>
        }
        items={[
          { id: 'rename', label: 'Rename…', icon: PencilLine, onChoose: () => setAsking('rename') },
          { id: 'retype', label: 'Other type…', icon: Shapes, onChoose: () => setAsking('retype') },
          { id: 'merge', label: 'Merge with…', icon: Combine, onChoose: () => setAsking('merge') },
          { id: 'split', label: 'Split…', icon: Split, onChoose: () => setAsking('split') },
          { id: 'none', label: 'Not an entity', icon: Ban, apart: true, onChoose: () => void say({ verb: 'no-entity', entity: node.id }) },
          {
            id: 'hide',
            label: 'Hide everywhere',
            icon: EyeOff,
            disabled: hidden,
            onChoose: () => void say({ verb: 'hide', entity: node.id }),
          },
        ]}
      />
      {asking === 'rename' ? <RenameDialog entity={node} onClose={close} /> : null}
      {asking === 'retype' ? <RetypeDialog entity={node} onClose={close} /> : null}
      {asking === 'merge' ? <MergeDialog entity={node} onClose={close} /> : null}
      {asking === 'split' ? <SplitDialog card={card} onClose={close} /> : null}
    </>
  );
};
