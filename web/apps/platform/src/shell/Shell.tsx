import { useQuery } from '@tanstack/react-query';
import { Bell, Gavel, MessageCircle, Plus, type LucideIcon } from 'lucide-react';
import { Link, NavLink, Outlet } from 'react-router';
import { unreadQuery } from '../conversations/queries';
import { NotificationBell } from '../notifications/NotificationBell';
import { countsQuery } from '../notifications/queries';
import { useUser } from '../session/session';
import { Count } from '../ui/states';
import { Announcements, Toasts } from '../ui/toasts';
import { Brand } from './Brand';
import { ConnectionBanner, ConnectionChip } from './ConnectionStatus';
import { ProfileMenu } from './ProfileMenu';
import { useUserEvents } from './useUserEvents';
import './shell.css';

/** What is around every page of somebody who is signed in. */
export function Shell() {
  useUserEvents(useUser().id);
  return (
    <>
      <a className="skip-link" href="#content">
        Skip to content
      </a>
      <header className="header">
        <Link to="/" className="header-brand" aria-label="Fanfare, to the auctions">
          <Brand />
        </Link>
        <nav className="header-nav" aria-label="Main">
          <MainLinks />
        </nav>
        <div className="header-tools">
          <ConnectionChip />
          <NotificationBell />
          <ProfileMenu />
        </div>
      </header>
      <ConnectionBanner />
      <main id="content" tabIndex={-1}>
        <Outlet />
      </main>
      <nav className="bottom-nav" aria-label="Main, below">
        <MainLinks isOnPhone />
      </nav>
      <Toasts />
      <Announcements />
    </>
  );
}

function MainLinks({ isOnPhone }: { readonly isOnPhone?: boolean }) {
  const { data: unread = 0 } = useQuery(unreadQuery);
  const { data: counts } = useQuery(countsQuery);
  return (
    <ul>
      <MainLink to="/" icon={Gavel} text="Auctions" />
      <MainLink to="/messages" icon={MessageCircle} text="Messages" count={unread} />
      {isOnPhone && <MainLink to="/notifications" icon={Bell} text="Notifications" count={counts?.unreadCount ?? 0} />}
      <MainLink to="/auctions/new" icon={Plus} text="Sell" />
    </ul>
  );
}

function MainLink({
  to,
  icon: Icon,
  text,
  count = 0,
}: {
  readonly to: string;
  readonly icon: LucideIcon;
  readonly text: string;
  readonly count?: number;
}) {
  return (
    <li>
      <NavLink to={to} end={to === '/'} className="main-link">
        <Icon aria-hidden />
        {text}
        <Count value={count} label="unread" />
      </NavLink>
    </li>
  );
}
