/** Somebody, as others see them. */
export interface Person {
  readonly id: string;
  readonly name: string;
  readonly avatar: string | null;
}
