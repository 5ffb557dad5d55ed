import { localDate, mayDo, type Instant, type OpeningHours, type StaffActor } from '#libs/domain';
import type {
  AttemptPolicyLine,
  CalendarVersionLine,
  PagingLadderLine,
  PolicyVersionLine,
} from '#libs/persistence';
import { calendarDay, timeInWords, timeOfDay } from '../../formatting/moments';
import { ladderFacts } from '../paging-ladder/paging-ladder.view';
import { holidayHorizon } from './holiday-horizon';
import * as copy from './policies.copy';
import {
  attemptFacts,
  calendarFacts,
  factChanges,
  policyFacts,
  type RuleChange,
  type RuleFact,
} from './rule-facts';

interface Link {
  readonly href: string;
  readonly text: string;
}

interface VersionCard {
  readonly title: string;
  readonly standing: string;
  /** Kept for the clocks that began under it: folded away. */
  readonly replaced: boolean;
  readonly facts: readonly Omit<RuleFact, 'id'>[];
  readonly changes: readonly RuleChange[];
  readonly changesTitle: string;
  readonly warning: string | undefined;
  readonly links: readonly Link[];
}

export interface PoliciesPage {
  readonly title: string;
  readonly intro: string;
  readonly asAt: string;
  readonly policies: readonly VersionCard[];
  readonly calendars: readonly VersionCard[];
  readonly attempts: readonly VersionCard[];
  readonly ladders: readonly VersionCard[];
  readonly waiting: number;
}

interface Reading {
  readonly actor: StaffActor;
  readonly now: Instant;
  readonly timezone: string;
  readonly illustrative: (version: { id: string; version: number }) => string | undefined;
}

interface Version {
  readonly id: string;
  readonly version: number;
  readonly effectiveFrom: Instant;
}

export function policiesPage(
  lines: {
    readonly policies: readonly PolicyVersionLine[];
    readonly calendars: readonly CalendarVersionLine[];
    readonly attempts: readonly AttemptPolicyLine[];
    readonly ladders: readonly PagingLadderLine[];
    readonly waiting: number;
  },
  reading: Reading,
): PoliciesPage {
  const policies = lines.policies.map(({ policy, effectiveFrom }) => ({
    policy,
    effectiveFrom,
    id: policy.id,
    version: policy.version,
  }));
  const attempts = lines.attempts.map((line) => ({ ...line, id: 'attempts' }));
  const ladders = lines.ladders.map((line) => ({ ...line, id: 'ladder' }));
  return {
    title: copy.POLICIES_TITLE,
    intro: copy.POLICIES_INTRO,
    asAt: timeOfDay(reading.now, reading.timezone),
    waiting: lines.waiting,
    policies: cards(policies, reading, {
      title: ({ id, version }) => `Policy ${id}, version ${version}`,
      facts: ({ policy }) => policyFacts(policy),
      warning: reading.illustrative,
      links: ({ id }) => [{ href: `/policies/${id}/new`, text: copy.draftPolicy(id) }],
    }),
    calendars: cards(lines.calendars, reading, {
      title: ({ id, version }) => `Calendar ${id}, version ${version}`,
      facts: ({ hours, source }) => [
        ...calendarFacts(hours, { from: localDate(reading.now, hours.timezone) }),
        { id: 'source', key: 'Source', lines: [source] },
      ],
      warning: ({ hours }) => horizonWarning(hours, reading.now),
      links: ({ id }) => [
        { href: `/calendars/${id}/hours/new`, text: copy.DRAFT_HOURS },
        { href: `/calendars/${id}/holidays/new`, text: copy.DRAFT_HOLIDAYS },
      ],
    }),
    ladders: cards(ladders, reading, {
      title: ({ version }) => `Ladder of urgent pages, version ${version}`,
      facts: ({ body }) => ladderFacts(body),
      links: () => [{ href: '/paging-ladder/new', text: copy.DRAFT_LADDER }],
    }),
    attempts: cards(attempts, reading, {
      title: ({ version }) => `Attempt policy, version ${version}`,
      facts: ({ body }) => attemptFacts(body),
      links: () => [{ href: '/attempt-policy/new', text: copy.DRAFT_ATTEMPTS }],
    }),
  };
}

function cards<Line extends Version>(
  lines: readonly Line[],
  reading: Reading,
  words: {
    title: (line: Line) => string;
    facts: (line: Line) => readonly RuleFact[];
    warning?: (line: Line) => string | undefined;
    links: (line: Line) => readonly Link[];
  },
): readonly VersionCard[] {
  const drafts = mayDo(reading.actor, 'propose-change');
  return lines.map((line) => {
    const standing = standingOf(line, lines, reading.now);
    const before = lines.find(({ id, version }) => id === line.id && version === line.version - 1);
    const newest = !lines.some(({ id, version }) => id === line.id && version > line.version);
    return {
      title: words.title(line),
      standing,
      replaced: standing === copy.REPLACED,
      facts: [
        { key: 'In force from', lines: [fromInWords(line.effectiveFrom, reading)] },
        ...words.facts(line),
      ],
      changes: before ? factChanges(words.facts(before), words.facts(line)) : [],
      changesTitle: before ? copy.changedFrom(before.version) : '',
      warning: standing === copy.REPLACED ? undefined : words.warning?.(line),
      links: newest && drafts ? words.links(line) : [],
    };
  });
}

function standingOf(line: Version, all: readonly Version[], now: Instant): string {
  if (line.effectiveFrom > now) return copy.AHEAD;
  const later = all.some(
    ({ id, version, effectiveFrom }) => id === line.id && version > line.version && effectiveFrom <= now,
  );
  return later ? copy.REPLACED : copy.IN_FORCE;
}

function horizonWarning(hours: OpeningHours, now: Instant): string | undefined {
  const horizon = holidayHorizon(hours, now);
  return horizon.kind === 'ends-soon' ? copy.holidaysEndSoon(calendarDay(horizon.until)) : undefined;
}

/** Versions of the first set-up carry a day before any referral: that is no date anyone needs to read. */
function fromInWords(at: Instant, { timezone }: Reading): string {
  return at < Date.UTC(2021, 0, 1) ? copy.FROM_THE_BEGINNING : timeInWords(at, timezone);
}
