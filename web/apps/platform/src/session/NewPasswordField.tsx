import { useState } from 'react';
import { Switch, TextField } from '../ui/fields';
import { passwordRule } from './password';

interface NewPasswordFieldProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly error: string | undefined;
  readonly autoFocus?: boolean;
}

/** Typed once, since it can be looked at. Nothing is cut off, or somebody would have another than they typed. */
export function NewPasswordField({ value, onChange, error, autoFocus = false }: NewPasswordFieldProps) {
  const [isShown, setShown] = useState(false);
  return (
    <div>
      <TextField
        label="New password"
        type={isShown ? 'text' : 'password'}
        name="new-password"
        autoComplete="new-password"
        autoFocus={autoFocus}
        autoCorrect="off"
        spellCheck="false"
        isRequired
        hint={passwordRule}
        value={value}
        onChange={onChange}
        error={error}
      />
      <Switch isSelected={isShown} onChange={setShown}>
        Show it
      </Switch>
    </div>
  );
}
