import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { precompress } from './build/precompress.ts';

/**
 * Builds the pages to `web/dist`, from where the API serves them on its own address. `npx vite --config
 * web/vite.config.ts` serves them with hot reload and passes API calls on to `API_URL` (a running `npm start`).
 */
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  plugins: [react(), precompress()],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    // bpmn-js and pdf.js are single large files, loaded only by the pages that show them.
    chunkSizeWarningLimit: 1400,
  },
  server: { proxy: { '/api': process.env.API_URL ?? 'http://127.0.0.1:8080' } },
});
