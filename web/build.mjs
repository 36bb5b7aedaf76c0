// Builds the platform's pages: `node build.mjs FOLDER` leaves them in FOLDER. Maven runs this; what is as new as its sources stays.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';

const target = process.argv[2];
const here = import.meta.dirname;
const leftOut = new Set(['node_modules', 'dist', 'test', 'target']);

/** When something below a path was last changed, in milliseconds; 0 if there is none. */
function changed(path) {
  if (!existsSync(path)) {
    return 0;
  }
  const stat = statSync(path);
  if (!stat.isDirectory()) {
    return stat.mtimeMs;
  }
  const inside = readdirSync(path).filter((name) => !leftOut.has(name));
  return Math.max(0, ...inside.map((name) => changed(join(path, name))));
}

function run(...command) {
  const { status, error } = spawnSync(command[0], command.slice(1), { cwd: here, stdio: 'inherit' });
  if (status !== 0) {
    console.error(`${command.join(' ')}: ${error?.message ?? `ended with ${status}`}`);
    process.exit(1);
  }
}

const lock = join(here, 'package-lock.json');
if (changed(join(here, 'node_modules/.package-lock.json')) < changed(lock)) {
  run('npm', 'ci', '--ignore-scripts', '--no-audit', '--no-fund');
}
const pages = join(here, 'apps/platform/dist/index.html');
const sources = ['packages', 'apps', 'package.json', 'package-lock.json'].map((name) => changed(join(here, name)));
if (changed(pages) < Math.max(...sources)) {
  run('npm', 'run', 'build');
}
rmSync(target, { recursive: true, force: true });
cpSync(join(here, 'apps/platform/dist'), target, { recursive: true });
