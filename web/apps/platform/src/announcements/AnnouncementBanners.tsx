import { useQuery } from '@tanstack/react-query';
import { CircleAlert, Construction, type LucideIcon, Megaphone, X } from 'lucide-react';
import { tenantsQuery } from '../session/tenants';
import { IconButton } from '../ui/Button';
import { Store, useStore } from '../ui/store';
import { dateAndTime, useMinute } from '../ui/time';
import { type Announcement, leadOf, shown, toneOf } from './announcement';
import { currentQuery } from './queries';
import { PUBLIC, STATUS, useAnnouncementEvents } from './useAnnouncementEvents';
import '../ui/banner.css';

const icons: Readonly<Record<Announcement['kind'], LucideIcon>> = {
  announcement: Megaphone,
  status: CircleAlert,
  maintenance: Construction,
  reload: Megaphone,
};

const dismissed = new Store<ReadonlySet<string>>(new Set());

/** What all are told that concerns them now. */
export function AnnouncementBanners() {
  const { data: all = [] } = useQuery(currentQuery);
  useAnnouncementEvents(PUBLIC);
  useAnnouncementEvents(STATUS);
  const now = useMinute();
  return (
    <div role="region" aria-label="Announcements" aria-live="polite">
      {shown(all, useStore(dismissed), now).map((announcement) => (
        <Banner key={announcement.id} announcement={announcement} now={now} />
      ))}
    </div>
  );
}

function Banner({ announcement, now }: { readonly announcement: Announcement; readonly now: number }) {
  const { id, kind, message } = announcement;
  const Icon = icons[kind];
  const lead = leadOf(announcement, now, dateAndTime);
  return (
    <div className="banner" data-tone={toneOf(announcement)}>
      <Icon aria-hidden />
      <p>
        {lead && <strong>{lead}: </strong>}
        {message}
      </p>
      <IconButton label="Hide this" onPress={() => dismissed.update((before) => new Set(before).add(id))}>
        <X aria-hidden />
      </IconButton>
    </div>
  );
}

/** What only the members of one's tenants are told. */
export function TenantAnnouncements() {
  const { data: tenants = [] } = useQuery(tenantsQuery);
  return tenants.map(({ id }) => <OfTenant key={id} tenantId={id} />);
}

function OfTenant({ tenantId }: { readonly tenantId: string }) {
  useAnnouncementEvents(`private-tenant-${tenantId}`);
  return null;
}
