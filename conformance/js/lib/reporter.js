// A reporter of node:test that writes one JSON object a line for each test, for the build to read.
export default async function* report(source) {
  for await (const { type, data } of source) {
    if (type === 'test:pass' || type === 'test:fail') {
      const cause = data.details?.error?.cause ?? data.details?.error;
      const error = type === 'test:pass' ? '' : String(cause?.stack ?? cause);
      const skipped = data.skip !== undefined || data.todo !== undefined;
      yield `${JSON.stringify({ name: data.name, passed: type === 'test:pass' && !skipped, error })}\n`;
    }
  }
}
