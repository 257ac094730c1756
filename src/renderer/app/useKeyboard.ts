import { useEffect } from 'react';
import { useAppStore, useHost } from '../state/app.ts';
import { canRun } from './command.ts';
import { commands } from './commands.ts';
import { levelToLeave } from './escape.ts';
import { commandFor, takesText } from './keyboard.ts';
import { isNarrow } from './narrow.ts';

/** The keyboard map: one listener for the window. What a pane has handled (`preventDefault`) is left alone. */
export const useKeyboard = (): void => {
  const store = useAppStore();
  const host = useHost();

  useEffect(() => {
    const mac = host.shell.platform === 'mac';
    // read before anything closes: by the time an Esc arrives here its layer may be gone already
    let layer = false;
    const before = () => {
      layer = document.querySelector('[data-layer]') !== null;
    };

    const escaped = () => {
      const app = store.getState();
      const overlay = isNarrow() && app.chrome.detailPane && app.detail.at >= 0;
      const level = levelToLeave(app, { layer, typing: takesText(document.activeElement), overlay });
      if (level === 'field' && document.activeElement instanceof HTMLElement) document.activeElement.blur();
      else if (level === 'overlay') app.detailPaneToggled(false);
      else if (level === 'finding') app.boardSearched('');
      else if (level === 'selection') app.targetSelected(null);
      else if (level === 'map') app.boardBack();
    };

    const pressed = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return;
      if (event.key === 'Escape') return escaped();
      const command = commandFor(event, commands, { typing: takesText(document.activeElement), mac });
      if (!command) return;
      const withModifier = event.ctrlKey || event.metaKey || event.altKey;
      // a dialog keeps single keys to itself; the browser's own meaning of a combination is never wanted
      if (withModifier) event.preventDefault();
      if (layer && !(command.id === 'palette' || command.id === 'keys')) return;
      const app = store.getState();
      if (event.repeat || !canRun(command, app, host)) return;
      event.preventDefault();
      command.run(app, host);
    };

    window.addEventListener('keydown', before, { capture: true });
    window.addEventListener('keydown', pressed);
    return () => {
      window.removeEventListener('keydown', before, { capture: true });
      window.removeEventListener('keydown', pressed);
    };
  }, [store, host]);
};
