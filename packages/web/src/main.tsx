// The page's entry: fonts and styles from this origin, the mode that was used last, then the page.
import '@fontsource/inter/latin-400.css';
import '@fontsource/inter/latin-600.css';
import '@fontsource/inter/cyrillic-400.css';
import '@fontsource/inter/cyrillic-600.css';
import '@fontsource/jetbrains-mono/latin-400.css';
import '@fontsource/jetbrains-mono/latin-700.css';
import '@fontsource/jetbrains-mono/cyrillic-400.css';
import '@mantine/core/styles.css';
import './theme/colours.css';
import './theme/page.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { warmNames } from './floor/warm-names.ts';
import { restoreMode } from './theme/mode.ts';

const root = document.getElementById('page');
if (root === null) throw new Error('index.html has an element with the id "page"');
restoreMode();
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
warmNames();
