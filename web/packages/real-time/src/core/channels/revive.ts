import { dates, texts, type FieldTable } from '../events.js';

/** Makes of an event's data what the types say: dates of texts, and a text where there may be none. */
export function revived(channel: string, event: string, data: unknown): unknown {
  const fields = { ...(data as Record<string, unknown> | null) };
  let isOther = false;
  const change = (table: FieldTable, to: (value: unknown) => unknown): void => {
    for (const [prefix, name, field] of table) {
      if (name === event && channel.startsWith(prefix) && field in fields) {
        fields[field] = to(fields[field]);
        isOther = true;
      }
    }
  };
  change(dates, (value) => (typeof value === 'string' ? new Date(value) : value));
  change(texts, (value) => value ?? '');
  return isOther ? fields : data;
}
