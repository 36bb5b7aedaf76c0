import { Check, MoreVertical } from 'lucide-react';
import { useState } from 'react';
import { MenuTrigger } from 'react-aria-components';
import { explain } from '../api/problem';
import { useUser } from '../session/session';
import { Avatar } from '../ui/Avatar';
import { IconButton } from '../ui/Button';
import { ConfirmDialog } from '../ui/Dialog';
import { Item, Menu } from '../ui/Menu';
import { Badge, Failure } from '../ui/states';
import { type Player, plays, type Role, roles, type Session, type StoryPoints } from './poker';
import { useAct } from './queries';
import './seats.css';

interface PeopleProps {
  readonly session: Session;
  readonly online: ReadonlySet<string>;
  readonly isPresenceKnown: boolean;
}

/** Who sits at the table, and who has played a card: which one nobody sees before the reveal. */
export function People({ session, online, isPresenceKnown }: PeopleProps) {
  const me = useUser().id;
  const votes = new Map(session.votes?.map(({ userId, storyPoints }) => [userId, storyPoints]));
  return (
    <ul className="seats" aria-label="People">
      {session.members.map((member) => (
        <li key={member.id} className="seat" data-role={member.role}>
          <Avatar
            name={member.name}
            src={member.avatar}
            presence={isPresenceKnown ? (online.has(member.id) ? 'online' : 'offline') : undefined}
          />
          <span className="seat-name">
            <span className="cut">{member.id === me ? `${member.name} (you)` : member.name}</span>
            {roleNames[member.role] && <span className="soft small">{roleNames[member.role]}</span>}
          </span>
          <Played session={session} member={member} storyPoints={votes.get(member.id) ?? null} />
          {session.you.role === 'facilitator' && member.id !== me && <RoleMenu session={session} member={member} />}
        </li>
      ))}
    </ul>
  );
}

const roleNames: Readonly<Record<Role, string>> = {
  facilitator: 'Facilitator',
  cofacilitator: 'Co-facilitator',
  voter: '',
  spectator: 'Watches',
};

function Played({
  session,
  member,
  storyPoints,
}: {
  readonly session: Session;
  readonly member: Player;
  readonly storyPoints: StoryPoints | null;
}) {
  if (!plays(member.role)) {
    return null;
  }
  if (session.phase === 'revealed' || storyPoints !== null) {
    return (
      <span className="played" data-state={storyPoints === null ? 'none' : 'open'}>
        {storyPoints === null ? (
          <>
            <span aria-hidden>–</span>
            <span className="visually-hidden">no vote</span>
          </>
        ) : (
          storyPoints
        )}
      </span>
    );
  }
  return (
    <span className="played" data-state={member.hasVoted ? 'down' : 'none'}>
      {member.hasVoted && <Check aria-hidden />}
      <span className="visually-hidden">{member.hasVoted ? 'has voted' : 'has not voted yet'}</span>
    </span>
  );
}

const roleActions: Readonly<Record<Role, string>> = {
  facilitator: 'Hand the session over',
  cofacilitator: 'Make co-facilitator',
  voter: 'Let vote',
  spectator: 'Let only watch',
};

function RoleMenu({ session, member }: { readonly session: Session; readonly member: Player }) {
  const act = useAct(session.id);
  const [isHandingOver, setHandingOver] = useState(false);
  const give = (role: Role) => act.mutate({ kind: 'role', userId: member.id, role }, { onSuccess: () => setHandingOver(false) });
  return (
    <>
      <MenuTrigger>
        <IconButton label={`Role of ${member.name}`}>
          <MoreVertical aria-hidden />
        </IconButton>
        <Menu onAction={(role) => (role === 'facilitator' ? setHandingOver(true) : give(role as Role))}>
          {roles
            .filter((role) => role !== member.role)
            .map((role) => (
              <Item key={role} id={role}>
                {roleActions[role]}
              </Item>
            ))}
        </Menu>
      </MenuTrigger>
      <ConfirmDialog
        title={`Hand the session over to ${member.name}?`}
        isOpen={isHandingOver}
        onClose={() => setHandingOver(false)}
        action="Hand over"
        isPending={act.isPending}
        onConfirm={() => give('facilitator')}
      >
        <p>They lead from then on, and you help them as co-facilitator.</p>
        {act.isError && <Failure>{explain(act.error)}</Failure>}
      </ConfirmDialog>
      {act.isError && !isHandingOver && <Badge tone="danger">{explain(act.error)}</Badge>}
    </>
  );
}
