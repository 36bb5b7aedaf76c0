// What core and client weigh in a page: gzipped, without React and pusher-js. Fails above the limit.
import { build } from 'esbuild';
import { resolve } from 'node:path';
import { gzipSync } from 'node:zlib';

const LIMIT = 10_000;

const later = new Set();

/** What is imported when it is used does not come at once. */
const apart = {
  name: 'apart',
  setup: ({ onResolve }) =>
    onResolve({ filter: /^\./ }, ({ kind, path, resolveDir }) => {
      if (kind !== 'dynamic-import') {
        return null;
      }
      later.add(resolve(resolveDir, path.replace(/\.js$/, '.ts')));
      return { path, external: true };
    }),
};

async function gzipped(entry, plugins = [apart]) {
  const external = ['react', 'react/jsx-runtime', 'pusher-js'];
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    external,
    plugins,
    write: false,
  });
  return gzipSync(outputFiles[0].contents, { level: 9 }).length;
}

const atOnce = await gzipped('src/client/index.ts');
console.log(`at once: ${atOnce} bytes, at most ${LIMIT}`);
for (const file of later) {
  console.log(`when it is used: ${file.split('/').at(-1)} ${await gzipped(file)} bytes, with what it shares with others`);
}
console.log(`all in one file: ${await gzipped('src/client/index.ts', [])} bytes`);
if (atOnce > LIMIT) {
  process.exitCode = 1;
}
