import { UserCheck, UserX } from 'lucide-react';
import { MenuTrigger } from 'react-aria-components';
import { useUser } from '../session/session';
import { Avatar } from '../ui/Avatar';
import { Button } from '../ui/Button';
import { Item, Menu } from '../ui/Menu';
import type { Person } from '../session/person';
import type { Contact } from './contact';
import { useMembers } from './useMembers';

interface AssignMenuProps {
  readonly contact: Contact;
  readonly isPending: boolean;
  readonly onAssign: (assigneeId: string | null) => void;
}

const NOBODY = 'nobody';

export function AssignMenu({ contact, isPending, onAssign }: AssignMenuProps) {
  const me = useUser().id;
  const { assignee } = contact;
  const members = useMembers(contact.team.id);
  const text = (person: Person) => (person.id === me ? `${person.name} (you)` : person.name);
  return (
    <MenuTrigger>
      <Button
        size="small"
        isPending={isPending}
        aria-label={assignee ? `Assigned to ${assignee.name}. Assign` : 'Assigned to nobody. Assign'}
      >
        <UserCheck aria-hidden />
        <span className="contact-tool-text cut">{assignee?.name ?? 'Assign'}</span>
      </Button>
      <Menu
        selectionMode="single"
        selectedKeys={[assignee?.id ?? NOBODY]}
        onAction={(key) => onAssign(key === NOBODY ? null : String(key))}
      >
        {members.map((person) => (
          <Item key={person.id} id={person.id} textValue={person.name}>
            <Avatar name={person.name} src={person.avatar} size="small" /> {text(person)}
          </Item>
        ))}
        <Item id={NOBODY} textValue="Nobody">
          <UserX aria-hidden /> Nobody
        </Item>
      </Menu>
    </MenuTrigger>
  );
}
