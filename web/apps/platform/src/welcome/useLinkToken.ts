import { useEffect, useState } from 'react';

/** What a link says behind its `#`, which no server is told. It is read once, and nobody finds it in the address bar. */
export function useLinkToken(): string {
  const [token, setToken] = useState(read);
  useEffect(() => {
    function take() {
      const found = read();
      if (found !== '') {
        setToken(found);
        history.replaceState(history.state, '', location.pathname + location.search);
      }
    }
    take();
    window.addEventListener('hashchange', take); // another link, in the same tab
    return () => window.removeEventListener('hashchange', take);
  }, []);
  return token;
}

function read(): string {
  return location.hash.slice(1);
}
