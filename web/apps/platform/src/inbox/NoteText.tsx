import type { Person } from '../session/person';
import './mentions.css';
import { segments } from './mentions';

interface NoteTextProps {
  readonly text: string;
  readonly mentions: readonly Person[];
  readonly me: string;
}

/** A note in which one sees who is mentioned, and oneself at once. */
export function NoteText({ text, mentions, me }: NoteTextProps) {
  return (
    <p className="note-text">
      {segments(text, mentions).map(({ text: piece, people }, index) =>
        people.length === 0 ? (
          piece
        ) : people.some(({ id }) => id === me) ? (
          <mark key={index} className="mention">
            {piece}
          </mark>
        ) : (
          <span key={index} className="mention">
            {piece}
          </span>
        ),
      )}
    </p>
  );
}
