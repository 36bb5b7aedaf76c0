import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { explain } from '../api/problem';
import { Button, ButtonLink } from '../ui/Button';
import { ConfirmDialog, Dialog } from '../ui/Dialog';
import { Failure } from '../ui/states';
import { toast } from '../ui/toasts';
import { type Contact, nameOf } from './contact';
import { inboxApi, keys } from './queries';

interface DataDialogProps {
  readonly contact: Contact;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

export function ExportContact({ contact, isOpen, onClose }: DataDialogProps) {
  return (
    <Dialog title={`Export what is kept of ${nameOf(contact)}`} isOpen={isOpen} onClose={onClose}>
      <p>The file holds their number, all messages and all notes. Keep it where nobody finds it who should not.</p>
      <div className="dialog-actions">
        <Button onPress={onClose}>Cancel</Button>
        <ButtonLink look="primary" href={`/api/contacts/${contact.id}/export`} download={`${contact.id}.json`} onPress={onClose}>
          Download
        </ButtonLink>
      </div>
    </Dialog>
  );
}

export function DeleteContact({ contact, isOpen, onClose }: DataDialogProps) {
  const navigate = useNavigate();
  const client = useQueryClient();
  const remove = useMutation({
    mutationFn: () => inboxApi.remove(contact.id),
    onSuccess: async () => {
      onClose();
      await navigate('/inbox');
      toast({ text: `${nameOf(contact)} is deleted.` });
      [keys.contact(contact.id), keys.messages(contact.id), keys.notes(contact.id)].forEach((queryKey) =>
        client.removeQueries({ queryKey }),
      );
      await Promise.all([keys.contacts, keys.unread].map((queryKey) => client.invalidateQueries({ queryKey })));
    },
  });
  return (
    <ConfirmDialog
      title={`Delete ${nameOf(contact)}?`}
      isOpen={isOpen}
      onClose={onClose}
      action="Delete for good"
      isDangerous
      isPending={remove.isPending}
      onConfirm={() => remove.mutate()}
    >
      <p>
        Their number, all messages, pictures and notes are gone for everybody and for good. If they write again, they are new.
      </p>
      {remove.isError && <Failure>{explain(remove.error)}</Failure>}
    </ConfirmDialog>
  );
}
