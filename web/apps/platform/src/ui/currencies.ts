/** In which there may be offers. */
export const currencies = [
  { value: 'EUR', text: 'Euro' },
  { value: 'GBP', text: 'Pound' },
  { value: 'USD', text: 'US dollar' },
  { value: 'JPY', text: 'Yen' },
] as const;
