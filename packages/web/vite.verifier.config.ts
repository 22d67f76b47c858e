// Builds the page that checks evidence into dist-verifier: one file that holds all of it, under a
// content security policy that lets it run its own script and style and reach nothing else.
import { createHash } from 'node:crypto';
import { defineConfig } from 'vite';
import type { Plugin } from 'vite';

const SCRIPT = /<script type="module"[^>]*><\/script>/u;
const STYLE = /<link rel="stylesheet"[^>]*>/u;

export default defineConfig({
  base: './',
  publicDir: false,
  plugins: [oneFile()],
  build: {
    target: 'es2024',
    outDir: 'dist-verifier',
    modulePreload: { polyfill: false },
    rollupOptions: { input: 'verify.html' },
  },
});

function oneFile(): Plugin {
  return {
    name: 'parley-one-file',
    enforce: 'post',
    generateBundle(_options, bundle) {
      const page = bundle['verify.html'];
      if (page?.type !== 'asset') throw new Error('the page was not built');
      const files = Object.values(bundle).filter((each) => each !== page);
      const script = files.flatMap((each) => (each.type === 'chunk' ? [each.code] : []));
      const style = files.flatMap((each) => (each.type === 'asset' ? [String(each.source)] : []));
      if (script.length !== 1 || style.length !== 1) {
        throw new Error(`one script and one style are expected: ${Object.keys(bundle).join(', ')}`);
      }
      const [code = ''] = script.map((text) => text.replaceAll(/<(?=\/script|!--)/giu, '\\x3c'));
      const [css = ''] = style;
      page.source = String(page.source)
        .replace(SCRIPT, '')
        .replace(STYLE, () => `<style>${css}</style>`)
        .replace('<meta charset="utf-8" />', (charset) => `${charset}${policy(code, css)}`)
        .replace('</body>', () => `<script type="module">${code}</script></body>`);
      for (const each of files) delete bundle[each.fileName];
    },
  };
}

function policy(code: string, css: string): string {
  const hashed = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
  const rules = `default-src 'none'; script-src ${hashed(code)}; style-src ${hashed(css)}`;
  const content = `${rules}; base-uri 'none'; form-action 'none'`;
  return `<meta http-equiv="Content-Security-Policy" content="${content}" />`;
}
