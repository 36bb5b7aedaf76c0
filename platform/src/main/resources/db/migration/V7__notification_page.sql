-- The page a notification leads to: who has been there has read it.
alter table notification add column page varchar(200);
create index notification_page on notification (user_id, page);
