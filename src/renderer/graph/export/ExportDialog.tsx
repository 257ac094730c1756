import { FileDown } from 'lucide-react';
import { type FormEvent, type RefObject, useEffect, useId, useMemo, useRef, useState } from 'react';
import { failureOf } from '../../../shared/result.ts';
import { useApp, useAppStore } from '../../state/app.ts';
import { seenIn } from '../../state/seen.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { fileNameOf } from '../../ui/file-name.ts';
import { formatCount, plural } from '../../ui/format.ts';
import { MiddleTruncate } from '../../ui/MiddleTruncate.tsx';
import { Progress } from '../../ui/Progress.tsx';
import { Segmented } from '../../ui/Segmented.tsx';
import type { Palette } from '../drawing/palette.ts';
import { exportTitle, withoutWords } from './asked.ts';
import styles from './ExportDialog.module.css';
import { type ExportFormat, exportFormats, formatWords, isPicture } from './formats.ts';
import type { Picture } from './picture.ts';
import { fitsCanvas } from './png.ts';
import { useExport } from './useExport.ts';

/** What of the map a picture shows. */
export interface PictureChoice {
  extent: 'whole' | 'view';
  legend: boolean;
}

/** Draws the map as a picture, in the colours of the window where no others are given; null before there is a map. */
export type Draw = (choice: PictureChoice, palette?: Palette) => Picture | null;

const scales = ['1', '2', '3', '4'] as const;
type Scale = (typeof scales)[number];
const amounts = ['1', '5', '20', '1000'] as const;
type Amount = (typeof amounts)[number];
const amountWords: Readonly<Record<Amount, string>> = { '1': 'The best', '5': 'Up to 5', '20': 'Up to 20', '1000': 'All' };

/** Progress shows where an export takes longer than this. */
const quietMs = 300;

const useAfter = (running: boolean): boolean => {
  const [late, setLate] = useState(false);
  useEffect(() => {
    if (!running) return;
    const timer = setTimeout(() => setLate(true), quietMs);
    return () => {
      clearTimeout(timer);
      setLate(false);
    };
  }, [running]);
  return late;
};

const asSentence = (words: string): string => (/[.!?]$/.test(words) ? words : `${words}.`);

/** What will be in the file. */
const Contents = ({ choice, size }: { choice: { format: ExportFormat; scale: Scale }; size: Pick<Picture, 'width' | 'height'> | null }) => {
  const seen = useApp(seenIn);
  const board = useApp((app) => app.board);
  const sentences = useMemo(() => seen.links.reduce((sum, link) => sum + link.sentences, 0), [seen]);
  const counts = [plural(seen.nodes.length, 'node'), plural(seen.links.length, 'link')];
  const without = withoutWords(board);
  if (isPicture(choice.format)) {
    const scale = choice.format === 'png' ? Number(choice.scale) : 1;
    return (
      <p className={styles.contents} data-contents>
        {counts.join(', ')}
        {size === null ? null : ` · ${formatCount(size.width * scale)} × ${formatCount(size.height * scale)} px`}
      </p>
    );
  }
  return (
    <p className={styles.contents} data-contents>
      {`${counts.join(', ')} · ${plural(sentences, 'sentence names', 'sentences name')} both ends`}
      {without.length > 0 ? ` · ${without.join(' ')}` : null}
    </p>
  );
};

interface FormProps {
  draw: Draw;
  first: RefObject<HTMLInputElement | null>;
  format: ExportFormat;
  onFormat: (format: ExportFormat) => void;
  onDone: () => void;
}

const Form = ({ draw, first, format, onFormat, onDone }: FormProps) => {
  const store = useAppStore();
  const group = useId();
  const [extent, setExtent] = useState<PictureChoice['extent']>('whole');
  const [legend, setLegend] = useState(true);
  const [scale, setScale] = useState<Scale>('2');
  const [amount, setAmount] = useState<Amount>('5');
  const drawn = useMemo(() => (isPicture(format) ? draw({ extent, legend }) : null), [draw, format, extent, legend]);
  const picture = (palette?: Palette): Picture => {
    const whole = draw(isPicture(format) ? { extent, legend } : { extent: 'whole', legend: true }, palette);
    if (whole === null) throw new Error('There is no map to draw');
    return whole;
  };
  const { running, failure, begin, stop } = useExport(picture, onDone);
  const late = useAfter(running !== null);
  const tooLarge = format === 'png' && drawn !== null && !fitsCanvas(drawn, Number(scale));
  const problem = failure === null ? null : failureOf(failure);

  // a dialog that is closed waits for nothing
  useEffect(() => stop, [stop]);

  const submitted = (event: FormEvent) => {
    event.preventDefault();
    if (running === null && !tooLarge) void begin({ format, scale: Number(scale), sentences: Number(amount) });
  };
  const progress = running?.progress ?? null;
  return (
    <form className={styles.form} onSubmit={submitted}>
      <fieldset className={styles.formats} aria-label="Format" disabled={running !== null}>
        {exportFormats.map((each) => (
          <label key={each} className={styles.format}>
            <input
              ref={each === format ? first : undefined}
              type="radio"
              name={group}
              className="visually-hidden"
              checked={each === format}
              aria-label={formatWords[each].name}
              aria-describedby={`${group}-${each}`}
              onChange={() => onFormat(each)}
            />
            <span className={styles.name}>{formatWords[each].name}</span>
            <span id={`${group}-${each}`} className={styles.words}>
              {formatWords[each].words}
            </span>
          </label>
        ))}
      </fieldset>

      <div className={styles.options}>
        {isPicture(format) ? (
          <>
            <div className={styles.option}>
              <span className={styles.label}>Show</span>
              <Segmented
                label="What the picture shows"
                options={[
                  { value: 'whole', label: 'The whole map' },
                  { value: 'view', label: 'What is in view' },
                ]}
                value={extent}
                onChange={setExtent}
              />
            </div>
            {format === 'png' ? (
              <div className={styles.option}>
                <span className={styles.label}>Scale</span>
                <Segmented
                  label="Scale"
                  options={scales.map((value) => ({ value, label: `${value}×` }))}
                  value={scale}
                  onChange={setScale}
                />
              </div>
            ) : null}
            <label className={styles.check}>
              <input type="checkbox" checked={legend} onChange={() => setLegend(!legend)} />
              With the legend
            </label>
          </>
        ) : (
          <div className={styles.option}>
            <span className={styles.label}>Sentences a link</span>
            <Segmented
              label="Sentences a link"
              options={amounts.map((value) => ({ value, label: amountWords[value] }))}
              value={amount}
              onChange={setAmount}
            />
          </div>
        )}
      </div>

      <Contents choice={{ format, scale }} size={drawn} />
      {problem === null && !tooLarge ? null : (
        <p className={styles.failure} role="alert">
          {tooLarge
            ? 'No PNG can be so large. Choose a smaller scale, or SVG.'
            : [problem?.message, problem?.hint].flatMap((words) => (words === undefined ? [] : asSentence(words))).join(' ')}
        </p>
      )}

      <div className={styles.foot}>
        {late ? (
          <div className={styles.progress}>
            <Progress label="Exporting" done={progress === null ? null : progress.done / Math.max(1, progress.total)} />
            <span>{progress === null ? 'Exporting…' : `${formatCount(progress.done)} of ${plural(progress.total, 'link')}`}</span>
          </div>
        ) : (
          <span className={styles.file}>
            <MiddleTruncate text={fileNameOf(exportTitle(store.getState()), formatWords[format].ending)} />
          </span>
        )}
        {running === null ? <Button onClick={onDone}>Cancel</Button> : <Button onClick={stop}>Stop</Button>}
        <Button type="submit" look="primary" icon={FileDown} disabled={running !== null || tooLarge}>
          Export
        </Button>
      </div>
    </form>
  );
};

/** Asks what the board is to be exported as, and does it. Enter exports; the format is remembered while the window is open. */
export const ExportDialog = ({ draw }: { draw: Draw }) => {
  const open = useApp((app) => app.exporting);
  const toggled = useApp((app) => app.exportToggled);
  const first = useRef<HTMLInputElement>(null);
  const [format, setFormat] = useState<ExportFormat>('png');
  const close = () => toggled(false);
  return (
    <Dialog open={open} onClose={close} title="Export the board" firstFocus={() => first.current}>
      {open ? <Form draw={draw} first={first} format={format} onFormat={setFormat} onDone={close} /> : null}
    </Dialog>
  );
};
