import {
  CloseCase,
  LinkSearched,
  ReadSearch,
  RestartSupport,
  SubmitReferral,
  type CloseCaseInput,
  type ReferralInput,
} from '#libs/casework';
import {
  HOUR,
  localDate,
  MINUTE,
  plus,
  type CaseId,
  type PersonSearchId,
  type ReferralId,
} from '#libs/domain';
import { districtShares } from './district-shares';
import type { Scene, Today } from './scene';
import { fresh, type Stage } from './stage';

const DAY = 24 * HOUR;

type Ending = Pick<CloseCaseInput, 'reason' | 'door' | 'feedback' | 'reopening' | 'sameWorker'> & {
  readonly checkInAfterDays: number | null;
};

/** Needs that were met, with a day on which they want to hear from us; a move; and somebody who came back. */
const ENDINGS: readonly Ending[] = [
  {
    reason: 'needs-met',
    door: 'any-time',
    feedback: 'yes',
    reopening: 'yes',
    sameWorker: 'yes',
    checkInAfterDays: 300,
  },
  {
    reason: 'moved',
    door: 'they-will-say',
    feedback: 'no',
    reopening: 'not-asked',
    sameWorker: 'no',
    checkInAfterDays: null,
  },
  {
    reason: 'person-ended',
    door: 'any-time',
    feedback: 'not-asked',
    reopening: 'no',
    sameWorker: 'yes',
    checkInAfterDays: null,
  },
];

/** Episodes of support that ended by hand, and one person who came back days later: a new case, linked to the old one. */
export function endingStories(life: Today): readonly Scene[] {
  const { now } = life;
  const ended: CaseId[] = [];
  return [
    { at: plus(now, -6 * DAY), play: () => end(life, ended) },
    { at: plus(now, -7 * HOUR), play: () => comeBack(life, ended.at(-1)) },
  ];
}

async function end({ stage, pack, now }: Today, ended: CaseId[]): Promise<void> {
  for (const { caseId, revision } of await candidates(stage)) {
    const ending = ENDINGS[ended.length];
    if (ending === undefined) return;
    const { checkInAfterDays: days, ...answers } = ending;
    const checkInOn = days === null ? null : localDate(plus(now, days * DAY), pack.timezone);
    const saidHow = days === null ? null : 'phone';
    const input = { caseId, revision, ...answers, checkInOn, saidHow, seen: true } as const;
    const { work, ids, cast } = stage;
    const once = await new CloseCase(work, ids).execute(cast.responder, input, fresh());
    if (once.kind === 'done' && once.result.kind === 'ended') ended.push(caseId);
  }
}

/** Open cases of adults who were spoken with and were asked for nothing else; the newest are left to other stories. */
async function candidates({ session, cast }: Stage) {
  return session.look<{ caseId: CaseId; revision: number }>(
    `select c.case_id as "caseId", c.revision from app.case_file c
     join app.person p using (person_id) join app.referral r using (referral_id)
     where c.closed_at is null and not c.walled and c.contact_state = 'reached' and c.handling_agency_id = $1
       and r.agreement = 'agreed' and p.age_band not in ('under-13', '13-15', '16-17')
       and not exists (select 1 from app.service_request s where s.case_id = c.case_id)
       and not exists (select 1 from app.support_task s where s.case_id = c.case_id)
     order by c.opened_at desc, c.case_id offset 4 limit 16`,
    [cast.responder.agencyId],
  );
}

/** They rang: their old case opens the page of a new referral, and the two are of one person. */
async function comeBack(life: Today, caseId: CaseId | undefined): Promise<void> {
  if (caseId === undefined) return;
  const { work, vault, ids, cast } = life.stage;
  const begun = await new RestartSupport(work, vault, ids).execute(cast.responder, { caseId }, fresh());
  if (begun.kind !== 'done' || begun.result.kind !== 'begun') return;
  const { searchId } = begun.result;
  const referralId = await refer(life, searchId);
  if (referralId === null) return;
  await new LinkSearched(work, vault, ids).execute(cast.responder, { searchId, referralId });
}

async function refer(
  { stage: { work, vault, ids, cast }, pack, now }: Today,
  searchId: PersonSearchId,
): Promise<ReferralId | null> {
  const read = await new ReadSearch(work, vault).execute(cast.responder, searchId);
  const [nameToAskFor] = read.kind === 'read' ? (read.asked?.names ?? []) : [];
  if (nameToAskFor === undefined) return null;
  const receivedAt = await work.run(cast.responder, (tx) => Promise.resolve(plus(tx.now, -5 * MINUTE)));
  const district = districtShares(pack, now)[0]?.[1] ?? null;
  const input: ReferralInput = { ...CAME_BACK, nameToAskFor, receivedAt, district };
  const once = await new SubmitReferral(work, vault, ids).execute(cast.responder, input, fresh());
  return once.kind === 'done' && once.result.kind === 'submitted' ? once.result.referralId : null;
}

const CAME_BACK: Omit<ReferralInput, 'nameToAskFor' | 'receivedAt' | 'district'> = {
  source: 'self',
  receivedVia: 'phone',
  reportedAt: null,
  lateReason: null,
  agreement: 'agreed',
  dangers: [],
  fullName: null,
  age: { kind: 'band', band: '25-39' },
  languageNeed: 'none',
  route: {
    kind: 'mobile',
    value: '+447700900377',
    whose: null,
    call: 'yes',
    text: 'yes',
    voicemail: 'no',
    email: 'unknown',
  },
  alternative: null,
  safeTimes: [],
  sayIfOtherAnswers: null,
  codeWord: null,
  offenceGroup: 'unsure',
  whenBand: 'unknown',
  relationship: 'unknown',
  suspectAccess: [],
  crimeReference: null,
  phonedBy: null,
  referrer: null,
};
