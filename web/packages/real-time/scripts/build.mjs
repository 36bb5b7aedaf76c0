// Writes dist: the same sources as ES modules and as CommonJS, each with its types.
import { execFileSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';

rmSync('dist', { recursive: true, force: true });
for (const [directory, module] of [
  ['esm', 'ESNext'],
  ['cjs', 'CommonJS'],
]) {
  const outDir = `dist/${directory}`;
  execFileSync('tsc', ['-p', 'tsconfig.build.json', '--outDir', outDir, '--module', module], { stdio: 'inherit' });
  const type = directory === 'esm' ? 'module' : 'commonjs';
  writeFileSync(`${outDir}/package.json`, JSON.stringify({ type, sideEffects: false }));
}
