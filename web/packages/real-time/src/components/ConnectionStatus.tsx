import type { ReactNode } from 'react';
import { useConnectionState } from '../client/useConnectionState.js';
import { Spinner } from './icons.js';

/** Tells when there is no connection, and nothing while there is one. */
export function ConnectionStatus(): ReactNode {
  const { isConnected, isConnecting, isDisconnected } = useConnectionState();
  if (isConnected) {
    return null;
  }
  return (
    <div
      role="status"
      className={`fixed top-4 right-4 px-4 py-2 rounded-lg text-white text-sm ${isConnecting ? 'bg-yellow-500' : 'bg-red-500'}`}
    >
      {isConnecting && (
        <span className="flex items-center">
          <Spinner className="w-4 h-4 mr-2" />
          Connecting...
        </span>
      )}
      {isDisconnected && <span>Disconnected - Some features may not work</span>}
    </div>
  );
}
