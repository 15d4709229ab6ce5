/** Which units a release is asked for. */
import type { ReleaseUnit } from './types.ts';

interface Named {
  id: string;
  name: string;
}

/**
 * The units for one way of parting the whole: each group, each session, the team's own choices, or none.
 *
 * @param own the team's named choices of groups and sessions
 */
export function unitsFor(
  parts: 'groups' | 'units' | 'sessions' | 'none',
  groups: readonly Named[],
  sessions: readonly Named[],
  own: readonly ReleaseUnit[],
): ReleaseUnit[] {
  if (parts === 'groups') return groups.map(({ id, name }) => ({ name, groups: [id], sessions: [] }));
  if (parts === 'sessions') return sessions.map(({ id, name }) => ({ name, groups: [], sessions: [id] }));
  return parts === 'units' ? own.map((u) => ({ name: u.name, groups: u.groups, sessions: u.sessions })) : [];
}

/**
 * Units of one kind are merged with each other only: groups with groups, sessions with sessions, and
 * choices of both with their like. A unit of all groups and all sessions is the whole.
 */
export function kindsOf(units: readonly ReleaseUnit[]): ReleaseUnit[][] {
  const kinds = new Map<string, ReleaseUnit[]>();
  for (const unit of units) {
    const kind = `${unit.groups.length > 0 ? 'groups' : ''} ${unit.sessions.length > 0 ? 'sessions' : ''}`;
    if (kind !== ' ') kinds.set(kind, [...(kinds.get(kind) ?? []), unit]);
  }
  return [...kinds.values()];
}
