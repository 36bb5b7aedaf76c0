import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin } from 'vitest/config';

const source = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** The samples do not export their components; tests get them all the same. */
const samples: Plugin = {
  name: 'samples',
  enforce: 'pre',
  transform: (code, id) => {
    if (!id.includes('/test/samples/') || !id.endsWith('.tsx')) {
      return null;
    }
    const components = [...code.matchAll(/^function (\w+)/gm)].map(([, name]) => name);
    return `${code}\nexport { ${components.join(', ')} };`;
  },
};

export default defineConfig({
  plugins: [samples],
  resolve: {
    alias: [
      { find: /^@(?:fanfare|repo)\/real-time\/(\w+)$/, replacement: `${source('./src')}/$1/index.ts` },
      { find: /^@\/lib\/pusher\/(\w+)$/, replacement: `${source('./src')}/$1/index.ts` },
      { find: '@repo/auth/server', replacement: source('./test/samples/world/auth.ts') },
      { find: '@repo/database', replacement: source('./test/samples/world/database.ts') },
    ],
  },
  test: {
    environment: 'jsdom',
    testTimeout: 60_000,
    restoreMocks: true,
    unstubGlobals: true,
    unstubEnvs: true,
    setupFiles: ['test/setup.ts'],
    include: ['test/**/*.test.{ts,tsx}'],
  },
});
