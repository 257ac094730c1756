import '@fontsource-variable/inter/wght.css';
import '@fontsource-variable/source-serif-4/wght.css';
import './ui/tokens.css';
import './ui/base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { connectHost } from './api/index.ts';
import { Shell } from './app/Shell.tsx';
import { startApp } from './app/start.ts';
import { AppContext, createApp } from './state/app.ts';
import { UiRoot } from './ui/UiRoot.tsx';

const host = connectHost();
const app = createApp(host);
const root = document.getElementById('root');
if (!root) throw new Error('index.html has no element with the id root');

createRoot(root).render(
  <StrictMode>
    <UiRoot>
      <AppContext value={{ app, host }}>
        <Shell />
      </AppContext>
    </UiRoot>
  </StrictMode>,
);
void startApp(app, host);
