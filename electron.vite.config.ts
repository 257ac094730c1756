import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

/** Entries keep their folders, so that `out/main` has the shape of `src/main` (see src/main/core/places.ts). */
const mainEntries = {
  index: 'src/main/index.ts',
  'core/process': 'src/main/core/process.ts',
  'core/worker': 'src/main/core/worker.ts',
};

export default defineConfig({
  main: {
    build: {
      outDir: 'out/main',
      rolldownOptions: {
        input: mainEntries,
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      outDir: 'out/preload',
      externalizeDeps: false,
      rolldownOptions: { input: 'src/main/preload.ts', output: { format: 'cjs', entryFileNames: '[name].cjs' } },
    },
  },
  renderer: {
    root: 'src/renderer',
    build: { outDir: 'out/renderer', minify: true, rolldownOptions: { input: 'src/renderer/index.html' } },
    plugins: [react()],
  },
});
