import { useQuery } from '@tanstack/react-query';
import { Ellipsis } from 'lucide-react';
import { useState } from 'react';
import { Button, Dialog, DialogTrigger, Modal, ModalOverlay } from 'react-aria-components';
import { Link, useLocation } from 'react-router';
import { unreadQuery } from '../conversations/queries';
import { inboxUnreadQuery } from '../inbox/unread';
import { usePolling } from '../realtime';
import { useUser } from '../session/session';
import { Count } from '../ui/states';
import { first, isAt, othersOf, type Place, placesOf } from './places';
import './main-navigation.css';

/** In the header, where it has room. */
export function HeaderNavigation() {
  return (
    <nav className="header-nav" aria-label="Main">
      <ul>
        {placesOf(useUser()).map((place) => (
          <li key={place.to}>
            <PlaceLink place={place} />
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** Below, within reach of a thumb. */
export function BottomNavigation() {
  const others = othersOf(useUser());
  const { pathname } = useLocation();
  const [isOpen, setOpen] = useState(false);
  const isElsewhere = !first.some((place) => isAt(place, pathname));
  return (
    <nav className="bottom-nav" aria-label="Main, below">
      <ul>
        {first.map((place) => (
          <li key={place.to}>
            <PlaceLink place={place} />
          </li>
        ))}
        <li>
          <DialogTrigger isOpen={isOpen} onOpenChange={setOpen}>
            <Button className="main-link" data-current={isElsewhere || undefined}>
              <Ellipsis aria-hidden />
              More
            </Button>
            <ModalOverlay className="veil sheet-veil" isDismissable>
              <Modal className="sheet">
                <Dialog aria-label="More" className="sheet-places">
                  <ul>
                    {others.map((place) => (
                      <li key={place.to}>
                        <PlaceLink place={place} onOpened={() => setOpen(false)} />
                      </li>
                    ))}
                  </ul>
                </Dialog>
              </Modal>
            </ModalOverlay>
          </DialogTrigger>
        </li>
      </ul>
    </nav>
  );
}

function PlaceLink({ place, onOpened }: { readonly place: Place; readonly onOpened?: () => void }) {
  const { pathname } = useLocation();
  const Icon = place.icon;
  return (
    <Link
      to={place.to}
      className="main-link"
      aria-current={isAt(place, pathname) ? (pathname === place.to ? 'page' : 'true') : undefined}
      onClick={onOpened}
    >
      <Icon aria-hidden />
      {place.text}
      {place.counts && <Unread of={place.counts} />}
    </Link>
  );
}

function Unread({ of }: { readonly of: 'messages' | 'inbox' }) {
  const messages = useQuery({ ...unreadQuery, enabled: of === 'messages' });
  const inbox = useQuery({ ...inboxUnreadQuery, enabled: of === 'inbox', refetchInterval: usePolling() });
  return <Count value={(of === 'messages' ? messages.data : inbox.data) ?? 0} label="unread" />;
}
