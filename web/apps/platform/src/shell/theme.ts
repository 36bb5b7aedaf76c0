import { Store, useStore } from '../ui/store';

export type Theme = 'light' | 'dark' | 'system';

const KEY = 'fanfare.theme'; // theme.js knows it, too

const store = new Store<Theme>(stored());

function stored(): Theme {
  try {
    const value = localStorage.getItem(KEY);
    return value === 'light' || value === 'dark' ? value : 'system';
  } catch {
    return 'system';
  }
}

function choose(theme: Theme): void {
  store.set(theme);
  if (theme === 'system') {
    delete document.documentElement.dataset['theme'];
  } else {
    document.documentElement.dataset['theme'] = theme;
  }
  try {
    localStorage.setItem(KEY, theme);
  } catch {
    // Then it holds until the page is left.
  }
}

export function useTheme(): readonly [theme: Theme, choose: (theme: Theme) => void] {
  return [useStore(store), choose];
}
