import type { ReactNode } from 'react';
import { useParams } from 'react-router';
import { useUser } from '../session/session';
import { NotFound } from '../shell/NotFound';
import { Page } from '../ui/Page';
import { Tabs } from '../ui/Tabs';
import { Announcements } from './Announcements';
import { Audit } from './Audit';
import { Channels } from './Channels';
import { Decisions } from './Decisions';
import { Overview } from './Overview';
import { People } from './people/People';
import { Queues } from './Queues';
import { TeamsAndMore } from './teams/TeamsAndMore';
import './admin-page.css';

const tabs: ReadonlyArray<{ readonly name: string; readonly text: string; readonly content: ReactNode }> = [
  { name: 'overview', text: 'Overview', content: <Overview /> },
  { name: 'people', text: 'People', content: <People /> },
  { name: 'teams', text: 'Teams', content: <TeamsAndMore /> },
  { name: 'channels', text: 'Channels', content: <Channels /> },
  { name: 'announcements', text: 'Announcements', content: <Announcements /> },
  { name: 'queues', text: 'Queues', content: <Queues /> },
  { name: 'decisions', text: 'Decisions', content: <Decisions /> },
  { name: 'audit', text: 'Audit', content: <Audit /> },
];

export function AdminPage() {
  const { tab = 'overview' } = useParams();
  const shown = tabs.find(({ name }) => name === tab);
  if (useUser().role !== 'ADMIN' || !shown) {
    return <NotFound />;
  }
  return (
    <Page title="Administration">
      <Tabs
        label="Administration"
        tabs={tabs.map(({ name, text }) => ({
          to: name === 'overview' ? '/admin' : `/admin/${name}`,
          text,
          isCurrent: name === tab,
        }))}
      />
      <div className="admin stack" key={tab}>
        {shown.content}
      </div>
    </Page>
  );
}
