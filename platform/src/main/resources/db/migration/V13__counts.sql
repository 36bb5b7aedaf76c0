-- How many messages of a conversation a participant has not read: counting them again for each one that comes takes ever longer.
alter table participant add column unread int default 0 not null;
update participant set unread = (select count(*) from message m where m.conversation_id = participant.conversation_id
    and m.seq > participant.read_seq and m.deleted_at is null
    and (m.sender_id is null or m.sender_id <> participant.account_id));

create index notification_unread on notification (user_id, archived, is_read);
create index notification_unseen on notification (user_id, archived, seen);
