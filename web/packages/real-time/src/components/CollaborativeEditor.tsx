import type { ReactNode } from 'react';
import { usePresenceChannel } from '../client/usePresence.js';
import { Avatar } from './Avatar.js';

/** Properties of {@link CollaborativeEditor}. */
export interface CollaborativeEditorProps {
  readonly roomId: string;
  /** The text for a number of users. Default `2 users online`. */
  readonly label?: ((count: number) => string) | undefined;
  readonly children?: ReactNode;
}

/** Shows who is in a room, above what they work on. */
export function CollaborativeEditor({ roomId, label = onlineText, children }: CollaborativeEditorProps): ReactNode {
  const { members } = usePresenceChannel(`presence-room-${roomId}`);
  return (
    <div className="collaborative-editor">
      <span>{label(members.length)}</span>
      {members.map((member) => (
        <Avatar key={member.id} user={member.info} />
      ))}
      {children}
    </div>
  );
}

const onlineText = (count: number): string => `${count} users online`;
