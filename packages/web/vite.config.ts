// Builds the watch floor into dist: one page, hashed files under /assets, nothing inlined, so that
// the strictest content security policy holds and nothing is fetched from anywhere else.
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import type { Plugin } from 'vite';

export default defineConfig({
  base: '/',
  plugins: [reassignedInMgrs(), react()],
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

// geographiclib-mgrs 1.0.4 assigns to two constants, in branches that no grid reference reaches
// (dates, and longitudes over 90 degrees from the zone). The bundler rightly refuses that.
function reassignedInMgrs(): Plugin {
  return {
    name: 'reassigned-in-mgrs',
    transform(code, id) {
      if (!/geographiclib-mgrs\/src\/(transverse-mercator|utility)\.mjs$/.test(id))
        return undefined;
      const mended = code.replace(/const (latsign|p1) =/g, 'let $1 =');
      if (mended === code)
        throw new Error(`${id} no longer assigns to a constant: drop this plugin`);
      return { code: mended, map: null };
    },
  };
}
