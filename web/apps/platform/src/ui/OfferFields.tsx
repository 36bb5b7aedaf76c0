import { TextField } from './fields';
import { PictureField } from './PictureField';

/** What is offered, as a form has it. */
interface Offer {
  readonly title: string;
  readonly description: string;
  readonly image: string;
}

interface OfferFieldsProps {
  readonly offer: Offer;
  readonly set: (change: Partial<Offer>) => void;
  readonly titleError: string | undefined;
  /** What belongs into the description. */
  readonly hint: string;
  readonly isPictureOptional: boolean;
}

export function OfferFields({ offer, set, titleError, hint, isPictureOptional }: OfferFieldsProps) {
  return (
    <>
      <TextField
        label="Title"
        isRequired
        maxLength={120}
        value={offer.title}
        onChange={(title) => set({ title })}
        error={titleError}
        placeholder="What is it?"
      />
      <TextField
        label="Description"
        rows={5}
        maxLength={4_000}
        value={offer.description}
        onChange={(description) => set({ description })}
        hint={hint}
      />
      <PictureField image={offer.image} onChange={(image) => set({ image })} isOptional={isPictureOptional} />
    </>
  );
}
