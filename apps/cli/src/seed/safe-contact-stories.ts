import { ChangeCard, type CardPart } from '#libs/casework';
import {
  HOUR,
  localDate,
  MINUTE,
  plus,
  type CaseId,
  type Instant,
  type OpeningHours,
  type RouteId,
  type Span,
} from '#libs/domain';
import type { Scene, Today } from './scene';
import { fresh, type Stage } from './stage';

interface OpenCase {
  readonly caseId: CaseId;
  readonly routeId: RouteId;
}

const DAY = 24 * HOUR;

/** What the newest people on the board said about how to reach them, one card for each kind of life. */
export function safeContactStories({ stage, pack, now }: Today): readonly Scene[] {
  const { timezone } = pack.calendars[0]?.hours ?? { timezone: 'UTC' };
  const at = plus(now, -70 * MINUTE);
  return [{ at, play: () => tellCards(stage, { timezone, now: at }) }];
}

async function tellCards(stage: Stage, at: { timezone: string; now: Instant }): Promise<void> {
  const cases = await stage.session.look<OpenCase>(
    `select distinct on (c.opened_at, c.case_id) c.case_id as "caseId", r.route_id as "routeId"
     from app.case_file c join app.contact_route r using (person_id)
     where c.closed_at is null and c.act_by_at is not null and c.handling_agency_id = $1 and r.state = 'active'
     order by c.opened_at desc, c.case_id limit 6`,
    [stage.cast.responder.agencyId],
  );
  for (const [index, found] of cases.entries()) {
    for (const change of CARDS[index % CARDS.length]?.({ ...found, ...at }) ?? []) {
      await changeCard(stage, { caseId: found.caseId, change, timezone: at.timezone });
    }
  }
}

/** What the rules refuse for this person stays out of the story. */
async function changeCard(
  { work, vault, ids, cast }: Stage,
  { caseId, change, timezone }: { caseId: CaseId; change: CardPart; timezone: string },
): Promise<void> {
  const caseFile = await work.run(cast.responder, (tx) => tx.cases.find(caseId));
  if (caseFile === null) return;
  const input = { caseId, revision: caseFile.revision, change, timezone };
  await new ChangeCard(work, vault, ids).execute(cast.responder, input, fresh());
}

type Card = (given: OpenCase & { timezone: string; now: Instant }) => readonly CardPart[];

const CARDS: readonly Card[] = [
  // A school run: safe while the children are at school, and another day in the holidays.
  ({ timezone, now }) => [
    { part: 'times', windows: weekdays(timezone, [['09:30', '15:00']]), never: null },
    {
      part: 'add-date',
      exception: {
        date: localDate(plus(now, 3 * DAY), timezone),
        kind: 'never',
        spans: [['00:00', '24:00']],
      },
    },
    { part: 'caller-id', callerId: 'show' },
    { part: 'wording', wording: 'we-will-ring' },
  ],
  // Somebody at home in the evenings, a phone that is shared.
  ({ timezone, routeId }) => [
    { part: 'times', windows: null, never: weekdays(timezone, [['17:00', '24:00']]) },
    { part: 'route', routeId, permissions: {}, seenBy: ['household', 'shared-device'], recheckDays: 7 },
    { part: 'caller-id', callerId: 'withhold' },
  ],
  // A friend who knows that somebody might ring, and a police check agreed in advance.
  () => [
    {
      part: 'third-party',
      thirdParty: { relation: 'friend', knows: 'might-ring' },
      name: 'Sample Friend Siskin',
    },
    {
      part: 'address',
      purpose: 'police-check',
      value: '3 Sample Close, Ternsby',
      post: 'no',
      seenBy: [],
    },
    {
      part: 'lost-contact',
      lostContact: { policeCheck: 'yes', afterDays: 7, via: 'police-check-address' },
    },
    { part: 'wording', wording: 'talk-then' },
  ],
];

function weekdays(timezone: string, spans: readonly Span[]): OpeningHours {
  const schedule = { mon: spans, tue: spans, wed: spans, thu: spans, fri: spans };
  return { timezone, schedule, holidays: [] };
}
