/** One event of a stream. */
export interface StreamEvent {
  readonly id: string;
  readonly data: string;
}

/**
 * Takes a text/event-stream apart as it comes.
 *
 * @param onLife called for everything that comes, comments too
 * @returns what to give the pieces to
 */
export function eventStream(onEvent: (event: StreamEvent) => void, onLife: () => void): (piece: string) => void {
  let rest = '';
  let id = '';
  let data: string[] = [];
  return (piece) => {
    onLife();
    const lines = (rest + piece).split(/\r?\n/);
    rest = lines.pop() ?? '';
    for (const line of lines) {
      const [, field, value = ''] = /^(\w+): ?(.*)$/.exec(line) ?? [];
      if (line === '') {
        if (data.length > 0) {
          onEvent({ id, data: data.join('\n') });
        }
        data = [];
      } else if (field === 'id') {
        id = value;
      } else if (field === 'data') {
        data.push(value);
      }
    }
  };
}
