const FIELDS = 'input[data-invalid], textarea[data-invalid], .select[data-invalid] button';

/** Once a form has been drawn with what is wrong, the first such field has the focus. */
export function showFirstError(form: EventTarget & HTMLElement): void {
  requestAnimationFrame(() => form.querySelector<HTMLElement>(FIELDS)?.focus());
}
