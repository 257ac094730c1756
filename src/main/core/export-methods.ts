import type { CheckedArgs, Implementation } from '../../shared/contract.ts';
import { NewsgraphError } from '../../shared/result.ts';
import type { BoardFormat, ExportedBoard, ExportProgress } from '../../shared/views-export.ts';
import { type BoardMaterial, gatheringBoard } from './export/board.ts';
import { boardCsv } from './export/board-csv.ts';
import { boardGraph } from './export/board-graph.ts';
import { boardJson } from './export/board-json.ts';
import { gexf } from './export/gexf.ts';
import { graphml } from './export/graphml.ts';
import { exportJson } from './export/json.ts';
import { exportGraph } from './export/library-graph.ts';
import { undisturbed } from './export/pieces.ts';
import { reportOf } from './export/report.ts';
import { reportHtml } from './export/report-html.ts';
import { reportMarkdown } from './export/report-markdown.ts';
import { Pace } from './pace.ts';
import type { Store } from './store/index.ts';

/** An export that takes longer than this is told of, and so often. */
const toldAfterMs = 250;

const writers: Readonly<Record<BoardFormat, (board: BoardMaterial) => ExportedBoard['files']>> = {
  graphml: (board) => [{ name: 'board.graphml', text: boardGraph(graphml, board) }],
  gexf: (board) => [{ name: 'board.gexf', text: boardGraph(gexf, board) }],
  csv: boardCsv,
  json: (board) => [{ name: 'board.json', text: boardJson(board) }],
  markdown: (board) => [{ name: 'board.md', text: reportMarkdown(reportOf(board)) }],
  html: (board) => [{ name: 'board.html', text: reportHtml(reportOf(board)) }],
};

/** The contract's methods about what goes out of a library. `tell` hears how far a board is that takes long. */
export const exportMethods = (
  store: Store,
  tell: (progress: ExportProgress) => void,
): Pick<Implementation, 'exportGraph' | 'exportBoard' | 'exportBoardCancel'> => {
  let running: { cancelled: boolean } | null = null;

  const gathered = async (asked: CheckedArgs<'exportBoard'>, mine: { cancelled: boolean }): Promise<BoardMaterial> => {
    const pace = new Pace();
    const began = performance.now();
    let toldAt = began;
    const work = gatheringBoard(store, asked, (done, total) => {
      const now = performance.now();
      if (now - toldAt < toldAfterMs) return;
      toldAt = now;
      tell({ done, total });
    });
    for (;;) {
      const { done, value } = work.next();
      if (done) return value;
      await pace.breathe();
      if (mine.cancelled) throw new NewsgraphError('cancelled', 'The export was stopped. Nothing was written.');
    }
  };

  return {
    exportGraph: ({ format }) => (format === 'json' ? exportJson(store) : exportGraph(format, store)),
    exportBoard: async (asked) => {
      // the window has one export at a time: another means that nobody waits for the first
      if (running !== null) running.cancelled = true;
      const mine = { cancelled: false };
      running = mine;
      try {
        const board = await undisturbed(store.version, () => gathered(asked, mine));
        const { nodes, links, sentences, allSentences, missing, missingNodes } = board;
        const counts = { nodes: nodes.length, links: links.length, sentences, allSentences, missing, missingNodes };
        return { format: asked.format, files: writers[asked.format](board), ...counts };
      } finally {
        if (running === mine) running = null;
      }
    },
    exportBoardCancel: () => {
      if (running !== null) running.cancelled = true;
      return null;
    },
  };
};
