// Before anything is drawn, so that nobody is dazzled. Not inline: the content policy forbids that.
try {
  const theme = localStorage.getItem('fanfare.theme');
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
} catch {
  // No storage, no preference.
}
