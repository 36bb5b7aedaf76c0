const SHORTEST = 12;
const LONGEST = 128;

export const passwordRule = `At least ${SHORTEST} characters. A few words that nobody would guess are good.`;

/** What can be said of a password without asking; the rest the back end knows. */
export function passwordError(password: string): string | undefined {
  const { length } = [...password];
  if (length < SHORTEST) {
    return `It needs at least ${SHORTEST} characters.`;
  }
  return length > LONGEST ? `It may have ${LONGEST} characters at most.` : undefined;
}
