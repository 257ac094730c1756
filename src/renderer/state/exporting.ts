import type { SliceMaker } from './app.ts';

export interface ExportingSlice {
  /** Whether the dialog is open that asks what the board is to be exported as. */
  exporting: boolean;
  exportToggled: (open: boolean) => void;
}

/** Whether the board is being exported; how, is the dialog's own business. */
export const exportingSlice: SliceMaker<ExportingSlice> = (set, get) => ({
  exporting: false,
  exportToggled: (open) => {
    // there is no map to export, or it is about to be another
    if (open && (get().board.drawn === null || get().board.nodes.length === 0)) return;
    set({ exporting: open });
  },
});
