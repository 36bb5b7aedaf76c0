-- Totals of a team, and what a contact is still to be sent, without reading all of its contacts or messages.
create index contact_unread on contact (team_id, unread_count);
create index contact_message_left on contact_message (contact_id, due_at);
