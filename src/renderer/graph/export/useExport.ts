import { useCallback, useEffect, useRef, useState } from 'react';
import { NewsgraphError } from '../../../shared/result.ts';
import { type ExportedBoard, type ExportProgress, pictureSlot } from '../../../shared/views-export.ts';
import { useAppStore, useHost } from '../../state/app.ts';
import { fileNameOf } from '../../ui/file-name.ts';
import { formatCount, plural } from '../../ui/format.ts';
import { type Palette, paletteTokens } from '../drawing/palette.ts';
import { askedExport, exportTitle } from './asked.ts';
import { type ExportFormat, formatWords } from './formats.ts';
import type { Picture } from './picture.ts';
import { pngOf } from './png.ts';
import { svgOf } from './svg.ts';
import { zipOf } from './zip.ts';

export interface ExportChoice {
  format: ExportFormat;
  /** How many times as large a PNG is. */
  scale: number;
  /** Sentences quoted for each link, at most. */
  sentences: number;
}

/** Where colours go through the report's own style, which knows light and dark. */
const reportPalette = Object.fromEntries(paletteTokens.map((token) => [token, `var(--${token})`])) as Palette;

/** A report with the picture in its place. */
const withPicture = (text: string, picture: Picture): string => {
  const [before = '', after = ''] = text.split(pictureSlot);
  return `${before}<figure>\n${svgOf(picture)}</figure>${after}`;
};

const contentsOf = (exported: ExportedBoard, picture: (palette: Palette) => Picture): BlobPart[] => {
  const [file] = exported.files;
  if (exported.format === 'csv') return zipOf(exported.files);
  const text = file?.text ?? '';
  return [exported.format === 'html' ? withPicture(text, picture(reportPalette)) : text];
};

/** An export that runs: how far it is where that is known. */
export interface Running {
  progress: ExportProgress | null;
}

/**
 * Exports the board and saves what comes of it. `picture` draws it, in other colours where they are given. Answers what runs,
 * and ways to begin and to stop.
 */
export const useExport = (picture: (palette?: Palette) => Picture, onDone: () => void) => {
  const store = useAppStore();
  const host = useHost();
  const [running, setRunning] = useState<Running | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const current = useRef<object | null>(null);

  useEffect(
    () =>
      host.on((event) => {
        if (event.type === 'exporting' && current.current !== null) setRunning({ progress: event.progress });
      }),
    [host],
  );

  const made = async ({
    format,
    scale,
    sentences,
  }: ExportChoice): Promise<{ contents: Blob; told: string; missing: readonly string[] }> => {
    const type = formatWords[format].media;
    if (format === 'png' || format === 'svg') {
      const drawn = picture();
      const contents = format === 'png' ? await pngOf(drawn, scale) : new Blob([svgOf(drawn)], { type });
      const size = format === 'png' ? [drawn.width * scale, drawn.height * scale] : [drawn.width, drawn.height];
      return { contents, told: `${size.map(formatCount).join(' × ')} px`, missing: [] };
    }
    const exported = await host.core.exportBoard(askedExport(store.getState(), format, sentences));
    const { nodes, links, sentences: quoted, allSentences } = exported;
    const sentencesTold = `${quoted === allSentences ? '' : `${formatCount(quoted)} of `}${plural(allSentences, 'sentence')}`;
    const counts = [plural(nodes, 'node'), plural(links, 'link'), sentencesTold];
    return { contents: new Blob(contentsOf(exported, picture), { type }), told: counts.join(', '), missing: exported.missing };
  };

  const begin = async (choice: ExportChoice): Promise<void> => {
    const mine = {};
    current.current = mine;
    setRunning({ progress: null });
    setFailure(null);
    try {
      const { contents, told, missing } = await made(choice);
      if (current.current !== mine) return;
      const name = await host.shell.saveFile(fileNameOf(exportTitle(store.getState()), formatWords[choice.format].ending), contents);
      if (current.current !== mine) return;
      // a place was asked for and none was given: the dialog stays
      if (name === null) return;
      store.getState().noticeGiven(`Saved ${name} (${told})`, missing.length > 0 ? missing.join(' ') : undefined);
      onDone();
    } catch (thrown) {
      if (current.current === mine) setFailure(thrown instanceof NewsgraphError && thrown.code === 'cancelled' ? null : thrown);
    } finally {
      if (current.current === mine) {
        current.current = null;
        setRunning(null);
      }
    }
  };

  const stop = useCallback((): void => {
    if (current.current === null) return;
    current.current = null;
    setRunning(null);
    void host.core.exportBoardCancel({}).catch(() => undefined);
  }, [host]);

  return { running, failure, begin, stop };
};
