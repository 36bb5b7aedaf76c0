import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

const backEnd = 'http://127.0.0.1:8080';

export default defineConfig({
  plugins: [react()],
  server: {
    host: '127.0.0.1',
    proxy: {
      '/api': backEnd,
      '/app': { target: backEnd, ws: true },
    },
  },
  // The content policy allows no fonts or scripts in data URLs.
  build: { assetsInlineLimit: 0, modulePreload: { polyfill: false } },
  test: { include: ['src/**/*.test.ts'] },
});
