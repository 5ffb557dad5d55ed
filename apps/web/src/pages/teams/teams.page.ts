import type { AgencyListRow, TeamListRow } from '#libs/persistence';
import type { FieldError } from '../../errors/problem';
import { wrongFields } from '../form-acts/wrong-fields';
import type { Notice } from '../notices/notice';
import type { TeamRaw } from './team.form';
import { TEAMS } from './teams.copy';

export function teamsPage(teams: readonly TeamListRow[], notice: Notice | null) {
  const agencies = [...new Map(teams.map(({ agencyId, agencyName }) => [agencyId, agencyName]))];
  return {
    words: TEAMS,
    title: TEAMS.title,
    notice,
    agencies: agencies.map(([id, name]) => ({
      name,
      teams: teams
        .filter(({ agencyId }) => agencyId === id)
        .map((team) => ({
          name: team.name,
          people: TEAMS.people(team.people),
          path: `/teams/${team.teamId}`,
        })),
    })),
  };
}

export function teamPage(options: {
  team: TeamListRow | null;
  agencies: readonly AgencyListRow[];
  raw: TeamRaw;
  errors: readonly FieldError[];
  idempotencyKey?: string;
}) {
  const { team, agencies, raw, errors, idempotencyKey } = options;
  return {
    words: TEAMS,
    title: team === null ? TEAMS.add : TEAMS.renameTitle,
    caption: team?.agencyName ?? null,
    action: team === null ? '/teams/new' : `/teams/${team.teamId}`,
    agencies:
      team === null && agencies.length > 1
        ? agencies.map(({ agencyId, name }) => ({ value: agencyId as string, text: name }))
        : [],
    raw,
    errors,
    wrong: wrongFields(errors),
    idempotencyKey,
  };
}
