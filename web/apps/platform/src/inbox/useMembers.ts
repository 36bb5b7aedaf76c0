import { useQuery } from '@tanstack/react-query';
import { useUser } from '../session/session';
import type { Person } from '../session/person';
import { teamsQuery } from './queries';

const nobody: readonly Person[] = [];

/** Who is in a team that one is in oneself. */
export function useMembers(teamId: string): readonly Person[] {
  return useQuery(teamsQuery).data?.teams.find(({ id }) => id === teamId)?.members ?? nobody;
}

/** The same without oneself. */
export function useColleagues(teamId: string): readonly Person[] {
  const me = useUser().id;
  return useMembers(teamId).filter(({ id }) => id !== me);
}
