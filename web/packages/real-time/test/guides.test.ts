// @vitest-environment node
import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

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

/** What the compiler has to say of files, with the settings of the samples. */
function complaints(files: ReadonlyMap<string, string>): string[] {
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
    .map(({ file, messageText }) => `${file?.fileName ?? ''}: ${ts.flattenDiagnosticMessageText(messageText, '\n')}`);
}

describe('the guides', () => {
  it.each(GUIDES)('show TypeScript that compiles: %s', (guide) => {
    const files = blocks(guide);
    expect(files.size).toBeGreaterThan(0);
    expect(complaints(files)).toEqual([]);
  });

  it('would be found out', () => {
    const wrong = new Map([
      [resolve(here, 'samples/guide-wrong.ts'), "import { useEvent } from '@fanfare/real-time/client';\nuseEvent(1);\n"],
    ]);
    expect(complaints(wrong)).toHaveLength(1);
  });
});
