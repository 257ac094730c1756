import { useEffect } from 'react';
import { useApp } from '../state/app.ts';
import type { Theme } from '../state/chrome.ts';

const darkSystem = '(prefers-color-scheme: dark)';

/** The colours to draw in: the user's choice, or the system's. */
export const drawnTheme = (theme: Theme, systemIsDark: boolean): 'light' | 'dark' => {
  if (theme !== 'system') return theme;
  return systemIsDark ? 'dark' : 'light';
};

/** Keeps `data-theme` on the root element in step with the choice and the system. */
export const useTheme = (): void => {
  const theme = useApp((app) => app.chrome.theme);
  useEffect(() => {
    const system = matchMedia(darkSystem);
    const apply = () => {
      document.documentElement.dataset.theme = drawnTheme(theme, system.matches);
    };
    apply();
    system.addEventListener('change', apply);
    return () => system.removeEventListener('change', apply);
  }, [theme]);
};
