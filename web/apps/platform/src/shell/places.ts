import {
  ClipboardList,
  FileText,
  Gavel,
  type LucideIcon,
  MessageCircle,
  Package,
  Phone,
  Shield,
  Spade,
  Store,
  UserRound,
} from 'lucide-react';
import type { User } from '../session/session';

/** Somewhere in the application that the navigation leads to. */
export interface Place {
  readonly to: string;
  readonly text: string;
  readonly icon: LucideIcon;
  /** Where else one is while there, by how paths begin. */
  readonly also?: readonly string[];
  readonly counts?: 'messages' | 'inbox';
}

const auctions: Place = { to: '/', text: 'Auctions', icon: Gavel, also: ['/auctions'] };
const market: Place = { to: '/market', text: 'Market', icon: Store, also: ['/orders'] };
const messages: Place = { to: '/messages', text: 'Messages', icon: MessageCircle, counts: 'messages' };
const poker: Place = { to: '/poker', text: 'Poker', icon: Spade };
const inbox: Place = { to: '/inbox', text: 'Inbox', icon: Phone, counts: 'inbox' };
const documents: Place = { to: '/documents', text: 'Documents', icon: FileText };
const admin: Place = { to: '/admin', text: 'Admin', icon: Shield };
const orders: Place = { to: '/orders', text: 'Orders', icon: Package };
const notifications: Place = { to: '/notifications', text: 'Notifications', icon: ClipboardList };
const account: Place = { to: '/account', text: 'Account', icon: UserRound };

/** In the header. */
export function placesOf(user: User): readonly Place[] {
  return [auctions, market, messages, poker, inbox, documents, ...(user.role === 'ADMIN' ? [admin] : [])];
}

/** Below on a phone, where four have room. */
export const first: readonly Place[] = [auctions, market, messages, inbox];

/** On a phone, behind "More". */
export function othersOf(user: User): readonly Place[] {
  return [poker, documents, orders, notifications, ...(user.role === 'ADMIN' ? [admin] : []), account];
}

export function isAt(place: Place, pathname: string): boolean {
  return [place.to, ...(place.also ?? [])].some((path) => pathname === path || (path !== '/' && pathname.startsWith(`${path}/`)));
}
