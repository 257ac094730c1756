import type { SliceMaker } from './app.ts';

/** Sizes of the reader's type in px; LOOK asks for 18 unless the reader says otherwise. */
export const readerSizes = [15, 16, 17, 18, 20, 22, 25, 28] as const;
export type ReaderSize = (typeof readerSizes)[number];
export const usualReaderSize: ReaderSize = 18;

export interface ReaderSlice {
  /** How articles are set; remembered from run to run. */
  reader: { size: ReaderSize; marks: boolean };
  readerSizeStepped: (by: 1 | -1) => void;
  readerMarksToggled: () => void;
}

const sizeKey = 'newsgraph.reader.size';
const marksKey = 'newsgraph.reader.marks';

const storedSize = (): ReaderSize => {
  const stored = Number(localStorage.getItem(sizeKey));
  return readerSizes.find((size) => size === stored) ?? usualReaderSize;
};

/** Size of the reader's type, and whether names are marked in the text. */
export const readerSlice: SliceMaker<ReaderSlice> = (set, get) => ({
  reader: { size: storedSize(), marks: localStorage.getItem(marksKey) !== 'off' },
  readerSizeStepped: (by) => {
    const { reader } = get();
    const size = readerSizes[readerSizes.indexOf(reader.size) + by];
    if (size === undefined) return;
    localStorage.setItem(sizeKey, String(size));
    set({ reader: { ...reader, size } });
  },
  readerMarksToggled: () => {
    const { reader } = get();
    localStorage.setItem(marksKey, reader.marks ? 'off' : 'on');
    set({ reader: { ...reader, marks: !reader.marks } });
  },
});
