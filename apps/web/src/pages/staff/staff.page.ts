import { DORMANT_AFTER, rolesOf, type Instant } from '#libs/domain';
import type { AgencyListRow, StaffListRow, TeamListRow } from '#libs/persistence';
import type { FieldError } from '../../errors/problem';
import { calendarDay, timeInWords } from '../../formatting/moments';
import { ROLE_NAMES } from '../../navigation/navigation.copy';
import type { NameOf } from '../colleagues/colleagues';
import { wrongFields } from '../form-acts/wrong-fields';
import type { Notice } from '../notices/notice';
import { ACCOUNT, CLOSE, INVITE, STAFF, STATE_WORDS } from './staff.copy';
import { NO_TEAM, type InviteRaw, type RightsRaw } from './staff.form';

export interface StaffLine {
  readonly name: string;
  readonly path: string;
  readonly role: string;
  readonly team: string;
  /** Null for an open account: the usual case needs no words. */
  readonly state: string | null;
  readonly closed: boolean;
  readonly note: string | null;
}

export function staffPage(
  rows: readonly StaffListRow[],
  {
    nameOf,
    now,
    timezone,
    notice,
  }: { nameOf: NameOf; now: Instant; timezone: string; notice: Notice | null },
) {
  const agencies = [...new Map(rows.map(({ agencyId, agencyName }) => [agencyId, agencyName]))];
  return {
    words: STAFF,
    title: STAFF.title,
    notice,
    agencies: agencies.map(([id, name]) => ({
      name,
      people: rows
        .filter(({ agencyId }) => agencyId === id)
        .map((row) => lineOf(row, { nameOf, now, timezone })),
    })),
  };
}

function lineOf(
  row: StaffListRow,
  { nameOf, now, timezone }: { nameOf: NameOf; now: Instant; timezone: string },
): StaffLine {
  return {
    name: nameOf(row.userId),
    path: `/staff/${row.userId}`,
    role: ROLE_NAMES[row.role],
    team: row.teamName ?? STAFF.noTeam,
    state: row.state === 'active' ? null : STATE_WORDS[row.state],
    closed: row.state === 'disabled',
    note: noteOf(row, now, timezone),
  };
}

function noteOf(row: StaffListRow, now: Instant, timezone: string): string | null {
  if (row.state === 'invited')
    return row.invitedUntil === null ? STAFF.never : `Until ${timeInWords(row.invitedUntil, timezone)}`;
  if (row.state === 'disabled' || row.lastSignedInOn === null) return null;
  return now - Date.parse(row.lastSignedInOn) >= DORMANT_AFTER ? STAFF.dormant : null;
}

export function agencyChoicePage(agencies: readonly AgencyListRow[], errors: readonly FieldError[] = []) {
  return {
    words: INVITE,
    title: INVITE.title,
    agencies: agencies.map(({ agencyId, name }) => ({ value: agencyId, text: name })),
    errors,
    wrong: wrongFields(errors),
  };
}

export function invitePage(options: {
  agency: AgencyListRow;
  teams: readonly TeamListRow[];
  raw: InviteRaw;
  errors: readonly FieldError[];
  idempotencyKey?: string;
}) {
  const { agency, teams, raw, errors, idempotencyKey } = options;
  return {
    words: INVITE,
    title: INVITE.title,
    agency: { id: agency.agencyId, name: agency.name },
    ...choices(agency, teams),
    raw,
    errors,
    wrong: wrongFields(errors),
    idempotencyKey,
  };
}

export function accountPage(options: {
  row: StaffListRow;
  profile: { name: string; email: string } | null;
  teams: readonly TeamListRow[];
  own: boolean;
  timezone: string;
  raw: RightsRaw;
  errors: readonly FieldError[];
  idempotencyKey?: string;
  notice: Notice | null;
}) {
  const { row, profile, teams, own, timezone, raw, errors, idempotencyKey, notice } = options;
  const administrator = row.role === 'administrator';
  const open = row.state !== 'disabled';
  return {
    words: { ...ACCOUNT, role: INVITE.role, team: INVITE.team },
    title: 'Account',
    name: profile?.name ?? STAFF.unnamed,
    notice,
    facts: [
      { key: 'Organisation', value: row.agencyName },
      { key: 'Role', value: ROLE_NAMES[row.role] },
      { key: 'Team', value: row.teamName ?? STAFF.noTeam },
      { key: 'Work e-mail', value: profile?.email ?? STAFF.unnamed },
      { key: 'Account', value: standing(row, timezone) },
      {
        key: ACCOUNT.lastSignedIn,
        value: row.lastSignedInOn === null ? STAFF.never : calendarDay(row.lastSignedInOn),
      },
    ],
    why: own ? ACCOUNT.own : administrator ? ACCOUNT.administrator : null,
    mayChange: !own && !administrator && open,
    closePath: !own && open ? `/staff/${row.userId}/close` : null,
    openPath: !own && !administrator && !open ? `/staff/${row.userId}/open` : null,
    action: `/staff/${row.userId}`,
    revision: row.revision,
    ...choices({ kind: row.agencyKind, agencyId: row.agencyId }, teams),
    raw,
    errors,
    wrong: wrongFields(errors),
    idempotencyKey,
  };
}

export function closePage(options: {
  row: StaffListRow;
  name: string;
  effects: { openCases: number; shifts: number };
}) {
  const { row, name, effects } = options;
  return {
    words: CLOSE,
    title: CLOSE.title,
    name,
    effects: CLOSE.effects(effects),
    action: `/staff/${row.userId}/close`,
    back: `/staff/${row.userId}`,
    revision: row.revision,
  };
}

function standing({ state, invitedUntil, disabledAt }: StaffListRow, timezone: string): string {
  if (state === 'invited' && invitedUntil !== null)
    return `${STATE_WORDS.invited}, until ${timeInWords(invitedUntil, timezone)}`;
  if (state === 'disabled' && disabledAt !== null)
    return `${STATE_WORDS.disabled} since ${timeInWords(disabledAt, timezone)}`;
  return STATE_WORDS[state];
}

function choices(agency: Pick<AgencyListRow, 'kind' | 'agencyId'>, teams: readonly TeamListRow[]) {
  const own = teams.filter(({ agencyId }) => agencyId === agency.agencyId);
  return {
    roles: rolesOf(agency.kind).map((role) => ({ value: role, text: ROLE_NAMES[role] })),
    teams: [
      ...own.map(({ teamId, name }) => ({ value: teamId as string, text: name })),
      { value: NO_TEAM, text: STAFF.noTeam },
    ],
  };
}
