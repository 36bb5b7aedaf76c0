// components/ConnectionStatus.tsx
import { useConnectionState } from '@repo/real-time/client';

function ConnectionStatus() {
  const { state, isConnected, isConnecting, isDisconnected } = useConnectionState();

  if (isConnected) return null; // Don't show when connected

  return (
    <div
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
