import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

// Folders with what the Maven plugin has written, by the name of their registry.
const FOLDERS = {
  sample: '../../../sample/generated/',
  house: '../../../maven-plugin/src/test/resources/house/',
};

export const REGISTRIES = Object.keys(FOLDERS);

export function generated(registry, file) {
  const path = fileURLToPath(new URL(FOLDERS[registry] + file, import.meta.url));
  return { path, text: readFileSync(path, 'utf8') };
}

// The text with one place changed, which has to be there.
export function broken(text, from, to) {
  if (!text.includes(from)) {
    throw new Error(`nothing to break: there is no ${from}`);
  }
  return text.replace(from, to);
}

// As strict as an application may be.
const OPTIONS = {
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  noUnusedLocals: true,
  noUnusedParameters: true,
  isolatedModules: true,
  verbatimModuleSyntax: true,
  erasableSyntaxOnly: true,
  noEmit: true,
  allowImportingTsExtensions: true,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  target: ts.ScriptTarget.ES2022,
  lib: ['lib.es2022.d.ts'],
  types: [],
};

// What tsc says of a file and all that it imports; texts, by path, stand in for what is in files.
export function complaints(path, texts = {}) {
  const host = ts.createCompilerHost(OPTIONS);
  const readFile = host.readFile;
  host.readFile = (file) => texts[file] ?? readFile(file);
  const program = ts.createProgram([path], OPTIONS, host);
  return ts.getPreEmitDiagnostics(program).map((one) => {
    const line = one.file ? one.file.getLineAndCharacterOfPosition(one.start).line + 1 : 0;
    return `${one.file?.fileName}:${line} TS${one.code} ${ts.flattenDiagnosticMessageText(one.messageText, ' ')}`;
  });
}

// The module, run.
export function run(text) {
  const { outputText } = ts.transpileModule(text, { compilerOptions: OPTIONS });
  return import(`data:text/javascript;base64,${Buffer.from(outputText).toString('base64')}`);
}
