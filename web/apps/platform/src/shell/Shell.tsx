import { Link, Outlet, useNavigation } from 'react-router';
import { AnnouncementBanners, TenantAnnouncements } from '../announcements/AnnouncementBanners';
import { NotificationBell } from '../notifications/NotificationBell';
import { useUser } from '../session/session';
import { Banners } from '../ui/Banners';
import { Announcements, Toasts } from '../ui/toasts';
import { Brand } from './Brand';
import { ConnectionBanner, ConnectionChip } from './ConnectionStatus';
import { BottomNavigation, HeaderNavigation } from './MainNavigation';
import { ProfileMenu } from './ProfileMenu';
import { useUserEvents } from './useUserEvents';
import './shell.css';

/** What is around every page of somebody who is signed in. */
export function Shell() {
  useUserEvents(useUser().id);
  const isLoading = useNavigation().state === 'loading';
  return (
    <>
      <a className="skip-link" href="#content">
        Skip to content
      </a>
      {isLoading && <div className="page-progress" role="progressbar" aria-label="Loading the page" />}
      <header className="header">
        <Link to="/" className="header-brand" aria-label="Fanfare, to the auctions">
          <Brand />
        </Link>
        <HeaderNavigation />
        <div className="header-tools">
          <ConnectionChip />
          <NotificationBell />
          <ProfileMenu />
        </div>
      </header>
      <Banners>
        <AnnouncementBanners />
        <ConnectionBanner />
      </Banners>
      <TenantAnnouncements />
      <main id="content" tabIndex={-1}>
        <Outlet />
      </main>
      <BottomNavigation />
      <Toasts />
      <Announcements />
    </>
  );
}
