// app/layout.tsx
import { RealTimeProvider } from '@repo/real-time/client';

export default function RootLayout({ children }: { children: React.ReactNode }) {
  return (
    <html>
      <body>
        <RealTimeProvider
          config={{
            pusherKey: process.env.NEXT_PUBLIC_PUSHER_KEY!,
            pusherCluster: process.env.NEXT_PUBLIC_PUSHER_CLUSTER!,
            enablePresence: true,
            enableTypingIndicators: true,
          }}
        >
          {children}
        </RealTimeProvider>
      </body>
    </html>
  );
}
