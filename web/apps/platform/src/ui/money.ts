const formats = new Map<string, Intl.NumberFormat>();

function format(currency: string, isWhole: boolean): Intl.NumberFormat {
  const key = `${currency} ${isWhole}`;
  let known = formats.get(key);
  if (!known) {
    known = new Intl.NumberFormat(undefined, { style: 'currency', currency, ...(isWhole ? { maximumFractionDigits: 0 } : {}) });
    formats.set(key, known);
  }
  return known;
}

/** How many digits follow the point: 2 for EUR, 0 for JPY, 3 for KWD. */
export function fractionDigits(currency: string): number {
  return format(currency, false).resolvedOptions().maximumFractionDigits ?? 2;
}

export function toMajor(minor: number, currency: string): number {
  return minor / 10 ** fractionDigits(currency);
}

/** Exact for what can be typed: 1.005 is not 1.00499… here. */
export function toMinor(major: number, currency: string): number {
  const digits = fractionDigits(currency);
  return Math.round(Number(`${Number(major.toFixed(digits))}e${digits}`));
}

/** Whole amounts are written without `.00`. */
export function money(minor: number, currency: string): string {
  const major = toMajor(minor, currency);
  return format(currency, Number.isInteger(major)).format(major);
}
