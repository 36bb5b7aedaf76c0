import { useQuery } from '@tanstack/react-query';
import { Switch } from '../ui/fields';
import { Loaded } from '../ui/Loaded';
import { Page } from '../ui/Page';
import { type NotificationType, notificationTypes, type Preferences, typeNames } from './notification';
import { preferencesQuery, useSavePreferences } from './queries';
import './notifications.css';

const about: Readonly<Record<NotificationType, string>> = {
  order: 'You are outbid, you win, your auction ends',
  message: 'Somebody writes to you',
  payment: 'Money comes or goes',
  system: 'What everybody has to know',
};

export function PreferencesPage() {
  return (
    <Page title="Notification preferences" isNarrow back={{ to: '/notifications', text: 'All notifications' }}>
      <div className="card">
        <Loaded query={useQuery(preferencesQuery)} label="Loading preferences" lines={6}>
          {(preferences) => <Choices preferences={preferences} />}
        </Loaded>
      </div>
    </Page>
  );
}

function Choices({ preferences }: { readonly preferences: Preferences }) {
  const save = useSavePreferences();
  const choose = (type: NotificationType, where: 'inApp' | 'email', isOn: boolean) =>
    save.mutate({ ...preferences, [type]: { ...preferences[type], [where]: isOn } });
  return (
    <table className="preferences">
      <thead>
        <tr>
          <th scope="col">What</th>
          <th scope="col">Here</th>
          <th scope="col">E-mail</th>
        </tr>
      </thead>
      <tbody>
        {notificationTypes.map((type) => (
          <tr key={type}>
            <th scope="row">
              <strong>{typeNames[type]}</strong>
              <span className="small soft"> {about[type]}</span>
            </th>
            <td>
              <Switch
                isSelected={preferences[type].inApp}
                isDisabled={type === 'system'}
                onChange={(isOn) => choose(type, 'inApp', isOn)}
              >
                <span className="visually-hidden">{typeNames[type]} here</span>
              </Switch>
            </td>
            <td>
              <Switch isSelected={preferences[type].email} onChange={(isOn) => choose(type, 'email', isOn)}>
                <span className="visually-hidden">{typeNames[type]} by e-mail</span>
              </Switch>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
