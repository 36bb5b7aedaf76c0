import { useQuery } from '@tanstack/react-query';
import { Download, EllipsisVertical, Merge, MessageSquarePlus, Pencil, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { MenuTrigger } from 'react-aria-components';
import { IconButton } from '../ui/Button';
import { Dialog } from '../ui/Dialog';
import { Item, Menu } from '../ui/Menu';
import { type Contact, nameOf } from './contact';
import { DeleteContact, ExportContact } from './DataDialogs';
import { MergeContact } from './MergeContact';
import { RenameContact } from './RenameContact';
import { teamsQuery } from './queries';
import { TextAsContact } from './TextAsContact';

type Asked = 'rename' | 'merge' | 'text' | 'export' | 'delete';

/** What is seldom done to a contact. */
export function ContactMenu({ contact }: { readonly contact: Contact }) {
  const [asked, setAsked] = useState<Asked | null>(null);
  const hasDemo = useQuery(teamsQuery).data?.demoTexts === true;
  const close = () => setAsked(null);
  const name = nameOf(contact);
  return (
    <>
      <MenuTrigger>
        <IconButton label={`More about ${name}`}>
          <EllipsisVertical aria-hidden />
        </IconButton>
        <Menu onAction={(key) => setAsked(key as Asked)}>
          <Item id="rename" textValue="Rename">
            <Pencil aria-hidden /> Rename
          </Item>
          <Item id="merge" textValue="Merge">
            <Merge aria-hidden /> Merge with another…
          </Item>
          {hasDemo && (
            <Item id="text" textValue="Text in as this contact">
              <MessageSquarePlus aria-hidden /> Text in as this contact
            </Item>
          )}
          <Item id="export" textValue="Export">
            <Download aria-hidden /> Export their data…
          </Item>
          <Item id="delete" textValue="Delete" isDangerous>
            <Trash2 aria-hidden /> Delete…
          </Item>
        </Menu>
      </MenuTrigger>
      <Dialog title={`Rename ${name}`} isOpen={asked === 'rename'} onClose={close}>
        <RenameContact contact={contact} onDone={close} />
      </Dialog>
      <Dialog title={`Merge ${name} with another contact`} isOpen={asked === 'merge'} onClose={close}>
        <MergeContact contact={contact} />
      </Dialog>
      <Dialog title={`Text in as ${name}`} isOpen={asked === 'text'} onClose={close}>
        <TextAsContact contact={contact} onDone={close} />
      </Dialog>
      <ExportContact contact={contact} isOpen={asked === 'export'} onClose={close} />
      <DeleteContact contact={contact} isOpen={asked === 'delete'} onClose={close} />
    </>
  );
}
