// Sets the theme before anything is painted, so that a dark window never flashes white; app/theme.ts keeps it right.
(() => {
  let chosen = null;
  try {
    chosen = localStorage.getItem('newsgraph.theme');
  } catch {
    // storage is switched off: the system's theme it is
  }
  const system = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
  document.documentElement.dataset.theme = chosen === 'dark' || chosen === 'light' ? chosen : system;
})();
