import { useInfiniteQuery } from '@tanstack/react-query';
import { ScrollText } from 'lucide-react';
import { NextPage } from '../ui/PagedList';
import { EmptyState } from '../ui/states';
import { Table } from '../ui/Table';
import { dateAndTime } from '../ui/time';
import { Loaded } from '../ui/Loaded';
import { auditQuery } from './queries';

/** What administrators have done. */
export function Audit() {
  const query = useInfiniteQuery(auditQuery);
  return (
    <Loaded query={query} label="Loading the audit log">
      {({ pages }) => {
        const entries = pages.flatMap((page) => page.entries);
        return entries.length === 0 ? (
          <EmptyState icon={ScrollText} title="Nothing has been done yet">
            What administrators do is kept here.
          </EmptyState>
        ) : (
          <>
            <Table label="Audit log" head={['What', 'By', 'On', 'Detail', 'When']}>
              {entries.map(({ id, action, by, target, detail, at }) => (
                <tr key={id}>
                  <th scope="row">{action}</th>
                  <td>{by?.name ?? 'The system'}</td>
                  <td>{target ?? '–'}</td>
                  <td className="wide">{detail ?? '–'}</td>
                  <td>
                    <time dateTime={at}>{dateAndTime(at)}</time>
                  </td>
                </tr>
              ))}
            </Table>
            <NextPage query={query} isQuiet={false}>
              Show more
            </NextPage>
          </>
        );
      }}
    </Loaded>
  );
}
