/** Each in a file of its own, so that a page loads those only that it has. */
export { CountField, MoneyField } from './NumberFields';
export { SearchField } from './SearchField';
export { Switch } from './Switch';
export { TextField } from './TextField';
