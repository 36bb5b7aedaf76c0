import { useInfiniteQuery } from '@tanstack/react-query';
import { Megaphone } from 'lucide-react';
import { useState } from 'react';
import { explain } from '../api/problem';
import { Button } from '../ui/Button';
import { ConfirmDialog } from '../ui/Dialog';
import { PagedList } from '../ui/PagedList';
import { Badge, EmptyState, Failure, Skeleton } from '../ui/states';
import { Ago, dateAndTime, useMinute } from '../ui/time';
import { type Announcement, isCurrent, type Kind } from './announcement';
import { AnnouncementForm } from './AnnouncementForm';
import { announcementsQuery, useEndAnnouncement } from './queries';

/** What everybody is told, and what they were told before. */
export function Announcements() {
  return (
    <>
      <AnnouncementForm />
      <h2>Posted</h2>
      <PagedList
        query={useInfiniteQuery(announcementsQuery)}
        entriesOf={(page) => page.announcements}
        className="admin-posts"
        loading={<Skeleton lines={4} label="Loading the announcements" />}
        empty={
          <EmptyState icon={Megaphone} title="Nothing has been announced">
            What you post appears on every page at once.
          </EmptyState>
        }
      >
        {(post) => <Post post={post} />}
      </PagedList>
    </>
  );
}

const kindNames: Readonly<Record<Kind, string>> = {
  announcement: 'Announcement',
  status: 'Status',
  maintenance: 'Maintenance',
  reload: 'Reload',
};

function Post({ post }: { readonly post: Announcement }) {
  const isShown = isCurrent(post, useMinute());
  const [isAsking, setAsking] = useState(false);
  const end = useEndAnnouncement();
  return (
    <article className="admin-post card" aria-label={post.message}>
      <div className="row">
        <Badge tone={isShown ? 'good' : 'plain'}>{kindNames[post.kind]}</Badge>
        {post.status && <Badge tone={post.status === 'outage' ? 'danger' : 'brass'}>{post.status}</Badge>}
        {post.tenantId && <Badge>{post.tenantId}</Badge>}
        <span className="small soft">
          {post.createdAt && <Ago at={post.createdAt} />} {span(post)}
        </span>
      </div>
      <p className="admin-post-text">{post.message}</p>
      {isShown && (
        <Button size="small" onPress={() => setAsking(true)} aria-label={`End “${post.message}”`}>
          End
        </Button>
      )}
      <ConfirmDialog
        title="End this now?"
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        action="End it"
        isDangerous
        isPending={end.isPending}
        onConfirm={() => end.mutate(post.id, { onSuccess: () => setAsking(false) })}
      >
        <p>Nobody sees it any more: “{post.message}”.</p>
        {end.isError && <Failure>{explain(end.error)}</Failure>}
      </ConfirmDialog>
    </article>
  );
}

function span({ startsAt, endsAt }: Announcement): string {
  const from = startsAt === null ? '' : `from ${dateAndTime(startsAt)} `;
  return endsAt === null ? from : `${from}until ${dateAndTime(endsAt)}`;
}
