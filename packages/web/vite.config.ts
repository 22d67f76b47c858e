// Builds the watch floor into dist: one page, hashed files under /assets, nothing inlined, so that
// the strictest content security policy holds and nothing is fetched from anywhere else.
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  base: '/',
  plugins: [react()],
  // @mantine/hooks imports react-dom without naming it as a dependency: it gets the page's own.
  resolve: { dedupe: ['react', 'react-dom'] },
  worker: { format: 'es' },
  build: {
    target: 'es2024',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // Five megabytes of it are EGM96, which heights above mean sea level need.
    chunkSizeWarningLimit: 8_000,
  },
});
