// @vitest-environment node
import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import ts from 'typescript';
import { beforeAll, describe, expect, it } from 'vitest';

const GUIDES = ['live-auctions', 'marketplace-chat', 'tenant-rooms', 'planning-poker', 'contact-inbox'];
const here = import.meta.dirname;

/** The blocks of TypeScript in a guide, each as a file that is not there, beside the samples. */
function blocks(guide: string): Map<string, string> {
  const text = readFileSync(resolve(here, `../../../../docs/guides/${guide}.md`), 'utf8');
  const found = [...text.matchAll(/^```(tsx?)\n(.*?)^```$/gms)];
  return new Map(
    found.map(([, language, code], index) => [resolve(here, `samples/guide-${guide}-${index}.${language}`), code as string]),
  );
}

const wrong = resolve(here, 'samples/guide-wrong.ts');
const files = new Map([
  ...GUIDES.flatMap((guide) => [...blocks(guide)]),
  [wrong, "import { useEvent } from '@fanfare/real-time/client';\nuseEvent(1);\n"] as const,
]);

/** What the compiler has to say of the blocks, with the settings of the samples. */
function complaints(): ReadonlyArray<readonly [file: string, text: string]> {
  const config = resolve(here, 'samples/tsconfig.json');
  const { config: json } = ts.readConfigFile(config, ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent(json, ts.sys, dirname(config));
  const settings: ts.CompilerOptions = { ...options, noImplicitAny: true };
  const host = ts.createCompilerHost(settings);
  const { fileExists, readFile, getSourceFile } = host;
  host.fileExists = (name) => files.has(name) || fileExists.call(host, name);
  host.readFile = (name) => files.get(name) ?? readFile.call(host, name);
  host.getSourceFile = (name, target, ...rest) => {
    const code = files.get(name);
    return code === undefined ? getSourceFile.call(host, name, target, ...rest) : ts.createSourceFile(name, code, target);
  };
  const program = ts.createProgram([...files.keys()], settings, host);
  return ts
    .getPreEmitDiagnostics(program)
    .map(({ file, messageText }) => [file?.fileName ?? '', ts.flattenDiagnosticMessageText(messageText, '\n')]);
}

describe('the guides', () => {
  let found: ReturnType<typeof complaints>;
  beforeAll(() => {
    found = complaints();
  }, 120_000);

  it.each(GUIDES)('show TypeScript that compiles: %s', (guide) => {
    expect(blocks(guide).size).toBeGreaterThan(0);
    expect(found.filter(([file]) => file.includes(`guide-${guide}-`))).toEqual([]);
  });

  it('would be found out, and are the only thing that is wrong', () => {
    expect(found.map(([file]) => file)).toEqual([wrong]);
  });
});
