import { EllipsisVertical, Link, Pencil, UserRoundCheck, UserRoundX } from 'lucide-react';
import { MenuTrigger } from 'react-aria-components';
import { Avatar } from '../../ui/Avatar';
import { IconButton } from '../../ui/Button';
import { Item, Menu } from '../../ui/Menu';
import { Badge } from '../../ui/states';
import { type PersonEntry, roleName, type State } from './person';

/** What can be done with somebody. */
export type Wish = 'edit' | 'link' | 'deactivate' | 'activate';

const states: Readonly<Record<State, readonly [text: string, tone: 'good' | 'brass' | 'danger']>> = {
  active: ['Active', 'good'],
  invited: ['Invited', 'brass'],
  deactivated: ['Deactivated', 'danger'],
};

interface PersonRowProps {
  readonly person: PersonEntry;
  readonly isMe: boolean;
  readonly onWish: (wish: Wish) => void;
}

export function PersonRow({ person: { name, email, role, tenants, state }, isMe, onWish }: PersonRowProps) {
  const [text, tone] = states[state];
  return (
    <article className="person-row card" aria-label={name}>
      <Avatar name={name} />
      <div className="person-text">
        <p>
          <strong>{name}</strong> {isMe && <span className="soft">(you)</span>}
        </p>
        <p className="small soft">{email}</p>
        <p className="small soft">{tenants.map((tenant) => tenant.name).join(', ') || 'In no tenant'}</p>
      </div>
      <p className="row person-chips">
        <Badge tone={role === 'ADMIN' ? 'brass' : 'plain'}>{roleName(role)}</Badge>
        <Badge tone={tone}>{text}</Badge>
      </p>
      <MenuTrigger>
        <IconButton label={`More about ${name}`}>
          <EllipsisVertical aria-hidden />
        </IconButton>
        <Menu onAction={(key) => onWish(key as Wish)}>
          <Item id="edit" textValue="Change">
            <Pencil aria-hidden /> Change…
          </Item>
          {state !== 'deactivated' && (
            <Item id="link" textValue="New link">
              <Link aria-hidden /> {state === 'invited' ? 'New invitation link…' : 'New password by link…'}
            </Item>
          )}
          {state === 'deactivated' ? (
            <Item id="activate" textValue="Activate">
              <UserRoundCheck aria-hidden /> Activate
            </Item>
          ) : (
            <Item id="deactivate" textValue="Deactivate" isDangerous>
              <UserRoundX aria-hidden /> Deactivate…
            </Item>
          )}
        </Menu>
      </MenuTrigger>
    </article>
  );
}
