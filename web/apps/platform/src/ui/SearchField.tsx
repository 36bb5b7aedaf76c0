import { Search } from 'lucide-react';
import { Input, SearchField as AriaSearchField } from 'react-aria-components';
import './fields.css';

export function SearchField({
  label,
  value,
  onChange,
}: {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}) {
  return (
    <AriaSearchField aria-label={label} value={value} onChange={onChange} className="field search-field">
      <Search aria-hidden />
      <Input placeholder={label} />
    </AriaSearchField>
  );
}
