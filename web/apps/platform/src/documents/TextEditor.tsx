import { useLayoutEffect, useRef } from 'react';
import { Label, TextArea, TextField } from 'react-aria-components';
import { movedCaret } from './merge';

interface TextEditorProps {
  readonly text: string;
  readonly onWrite: (text: string) => void;
  readonly onLeave: () => void;
}

const LONGEST = 20_000;

/** Keeps the caret where it is in the text when others change what is around it. */
export function TextEditor({ text, onWrite, onLeave }: TextEditorProps) {
  const field = useRef<HTMLTextAreaElement>(null);
  const written = useRef(text);
  const selection = useRef<readonly [number, number]>([0, 0]);

  function remember() {
    const area = field.current;
    if (area) {
      selection.current = [area.selectionStart, area.selectionEnd];
    }
  }

  useLayoutEffect(() => {
    const area = field.current;
    const before = written.current;
    written.current = text;
    if (area && before !== text && document.activeElement === area) {
      const [start, end] = selection.current.map((caret) => movedCaret(caret, before, text));
      area.setSelectionRange(start ?? 0, end ?? 0);
      remember();
    }
  }, [text]);

  return (
    <TextField
      className="field text-editor"
      value={text}
      maxLength={LONGEST}
      onChange={(value) => {
        written.current = value;
        remember();
        onWrite(value);
      }}
      onBlur={onLeave}
    >
      <Label>Text</Label>
      <TextArea ref={field} onSelect={remember} spellCheck />
    </TextField>
  );
}
