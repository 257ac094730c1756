import { type ReactNode, startTransition, useEffect, useRef, useState } from 'react';
import { Group, Panel, type PanelImperativeHandle, Separator, usePanelRef } from 'react-resizable-panels';
import { GraphPane } from '../graph/GraphPane.tsx';
import { SearchPane } from '../search/SearchPane.tsx';
import { useApp, useAppStore } from '../state/app.ts';
import { TimeStrip } from '../timeline/TimeStrip.tsx';
import { DetailPane } from './DetailPane.tsx';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { useNarrow } from './narrow.ts';
import { Overlay } from './Overlay.tsx';
import styles from './Panes.module.css';
import { mapMin, paneWidths, rememberedWidth, type SidePane, widthChanged } from './pane-widths.ts';

interface SideProps {
  pane: SidePane;
  open: boolean;
  onToggle: (open: boolean) => void;
  children: ReactNode;
}

const follow = (panel: PanelImperativeHandle | null, open: boolean, pane: SidePane) => {
  if (!panel || panel.isCollapsed() === !open) return;
  if (open) panel.resize(rememberedWidth(pane));
  else panel.collapse();
};

/** A pane beside the map: it can be dragged to another width or shut, and keeps its width while the window changes. */
const Side = ({ pane, open, onToggle, children }: SideProps) => {
  const panel = usePanelRef();
  const { min, max } = paneWidths[pane];
  useEffect(() => follow(panel.current, open, pane), [panel, open, pane]);
  return (
    <Panel
      id={pane}
      panelRef={panel}
      collapsible
      collapsedSize={0}
      minSize={min}
      maxSize={max}
      defaultSize={open ? rememberedWidth(pane) : 0}
      groupResizeBehavior="preserve-pixel-size"
      onResize={({ inPixels }, _id, before) => {
        if (!before) return;
        widthChanged(pane, inPixels);
        if (inPixels === 0 && open) onToggle(false);
        if (inPixels > 0 && !open) onToggle(true);
      }}
    >
      <div className={styles.pane} inert={!open}>
        {children}
      </div>
    </Panel>
  );
};

/** In a narrow window the reader lies over the map: it gives way to a map that was asked for from within it. */
const useGivingWay = (narrow: boolean) => {
  const view = useApp((app) => app.board.view);
  const toggled = useApp((app) => app.detailPaneToggled);
  const seen = useRef(view);
  useEffect(() => {
    const asked = seen.current !== view && (view.kind === 'path' || view.kind === 'among');
    seen.current = view;
    if (narrow && asked) toggled(false);
  }, [narrow, view, toggled]);
};

/** What is drawn in a turn of its own, once all around it stands: all panes at once held the window for some 100 ms. */
const Afterwards = ({ children }: { children: ReactNode }) => {
  const [due, setDue] = useState(false);
  useEffect(() => {
    const turn = setTimeout(() => startTransition(() => setDue(true)));
    return () => clearTimeout(turn);
  }, []);
  return due ? children : null;
};

/** Results, map and reader side by side; in a narrow window the reader lies over the map. */
export const Panes = () => {
  const narrow = useNarrow();
  useGivingWay(narrow);
  const { resultsPane, detailPane } = useApp((app) => app.chrome);
  const { resultsPaneToggled, detailPaneToggled } = useAppStore().getState();
  const reader = (
    <ErrorBoundary name="The reader">
      <DetailPane />
    </ErrorBoundary>
  );
  return (
    <main className={styles.stage}>
      <Group orientation="horizontal" className={styles.group}>
        <Side pane="results" open={resultsPane} onToggle={resultsPaneToggled}>
          <ErrorBoundary name="The list of results">
            <SearchPane />
          </ErrorBoundary>
        </Side>
        <Separator className={styles.separator} aria-label="Width of the results" />
        <Panel id="map" minSize={mapMin}>
          <div className={styles.pane}>
            <ErrorBoundary name="The map">
              <Afterwards>
                <GraphPane
                  foot={
                    <ErrorBoundary name="The time strip">
                      <TimeStrip />
                    </ErrorBoundary>
                  }
                />
              </Afterwards>
            </ErrorBoundary>
          </div>
        </Panel>
        {narrow ? null : (
          <>
            <Separator className={styles.separator} aria-label="Width of the reader" />
            <Side pane="detail" open={detailPane} onToggle={detailPaneToggled}>
              {reader}
            </Side>
          </>
        )}
      </Group>
      {narrow ? <Overlay>{reader}</Overlay> : null}
    </main>
  );
};
