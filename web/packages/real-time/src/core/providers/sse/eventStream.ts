/**
 * Takes a text/event-stream apart as it comes.
 *
 * @param onData called with the data of each event
 * @param onLife called for everything that comes, comments too
 * @returns what to give the pieces to
 */
export function eventStream(onData: (data: string) => void, onLife: () => void): (piece: string) => void {
  let rest = '';
  let data: string[] = [];
  return (piece) => {
    onLife();
    const lines = (rest + piece).split(/\r?\n/);
    rest = lines.pop() ?? '';
    for (const line of lines) {
      const [, field, value = ''] = /^(\w+): ?(.*)$/.exec(line) ?? [];
      if (line === '') {
        if (data.length > 0) {
          onData(data.join('\n'));
        }
        data = [];
      } else if (field === 'data') {
        data.push(value);
      }
    }
  };
}
