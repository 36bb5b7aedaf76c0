import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { BellRing, LogOut, MonitorSmartphone, Moon, Sun, SunMoon, UserRound } from 'lucide-react';
import { Button, Header, MenuSection, MenuTrigger, Separator } from 'react-aria-components';
import { http } from '../api/http';
import { explain } from '../api/problem';
import { statusQuery } from '../conversations/queries';
import { useSignOut, useUser } from '../session/session';
import { Avatar } from '../ui/Avatar';
import { Item, Menu } from '../ui/Menu';
import { toast } from '../ui/toasts';
import { type Theme, useTheme } from './theme';
import './profile-menu.css';

type Visibility = 'online' | 'away' | 'invisible';
const visibilities = [
  { id: 'online', text: 'Online' },
  { id: 'away', text: 'Away' },
  { id: 'invisible', text: 'Invisible' },
] as const;
const themes = [
  { id: 'light', text: 'Light', icon: Sun },
  { id: 'dark', text: 'Dark', icon: Moon },
  { id: 'system', text: 'As the system', icon: SunMoon },
] as const;

export function ProfileMenu() {
  const user = useUser();
  const [theme, chooseTheme] = useTheme();
  const client = useQueryClient();
  const mine = statusQuery(user.id);
  const { data: status } = useQuery(mine);
  const visibility: Visibility = status?.status === 'offline' ? 'invisible' : (status?.status ?? 'online');
  const signOut = useSignOut();
  const tell = useMutation({
    mutationFn: (status: Visibility) => http.put<void>('/api/users/me/status', { status }),
    onSuccess: (_nothing, chosen) =>
      client.setQueryData(mine.queryKey, { userId: user.id, status: chosen === 'invisible' ? 'offline' : chosen }),
    onError: (error) => toast({ text: `Your status is as before: ${explain(error)}`, tone: 'danger' }),
  });
  const leave = (scope: 'here' | 'everywhere') =>
    signOut.mutate(scope, { onError: (error) => toast({ text: `You are still signed in: ${explain(error)}`, tone: 'danger' }) });
  return (
    <MenuTrigger>
      <Button className="profile-button" aria-label={`${user.name}: profile, theme, sign out`}>
        <Avatar name={user.name} src={user.avatar} size="small" />
      </Button>
      <Menu>
        <MenuSection>
          <Header className="menu-header">
            Signed in as <strong>{user.name}</strong>
          </Header>
        </MenuSection>
        <Separator />
        <MenuSection
          aria-label="Status"
          selectionMode="single"
          disallowEmptySelection
          selectedKeys={[visibility]}
          onSelectionChange={(keys) => tell.mutate([...keys][0] as Visibility)}
        >
          <Header className="menu-header">How others see you</Header>
          {visibilities.map(({ id, text }) => (
            <Item key={id} id={id} textValue={text}>
              <span className={`status-dot status-${id}`} aria-hidden /> {text}
            </Item>
          ))}
        </MenuSection>
        <Separator />
        <MenuSection
          aria-label="Theme"
          selectionMode="single"
          disallowEmptySelection
          selectedKeys={[theme]}
          onSelectionChange={(keys) => chooseTheme([...keys][0] as Theme)}
        >
          <Header className="menu-header">Theme</Header>
          {themes.map(({ id, text, icon: Icon }) => (
            <Item key={id} id={id} textValue={text}>
              <Icon aria-hidden /> {text}
            </Item>
          ))}
        </MenuSection>
        <Separator />
        <Item href="/account" textValue="Account">
          <UserRound aria-hidden /> Account
        </Item>
        <Item href="/notifications/preferences" textValue="Notification preferences">
          <BellRing aria-hidden /> Notification preferences
        </Item>
        <Item onAction={() => leave('here')} textValue="Sign out">
          <LogOut aria-hidden /> Sign out
        </Item>
        <Item onAction={() => leave('everywhere')} textValue="Sign out everywhere" isDangerous>
          <MonitorSmartphone aria-hidden /> Sign out everywhere
        </Item>
      </Menu>
    </MenuTrigger>
  );
}
