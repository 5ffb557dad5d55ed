import { FACTS, mayDo, roundStanding, type Facts, type Instant, type StaffActor } from '#libs/domain';
import type { CaseContact, CaseHistory, CaseSummary } from '#libs/persistence';
import { momentInWords, timeOfDay } from '../../formatting/moments';
import { callWindowInWords } from '../board/call-window';
import type { NameOf } from '../colleagues/colleagues';
import { attemptsInWords } from '../contact-attempts/attempts-in-words';
import type { LimbNameOf } from '../promise-words/limb-words';
import type { Notice } from '../notices/notice';
import {
  AGREEMENT_WORDS,
  LANGUAGE_WORDS,
  OFFENCE_WORDS,
  RELATIONSHIP_WORDS,
  SUSPECT_ACCESS_WORDS,
  WHEN_WORDS,
} from '../referrals/referral-codes.copy';
import { AGE_WORDS, FACT_WORDS, OWNER_AWAY, STATE_WORDS } from './case.copy';
import { caseFrame } from './case-frame.page';
import { attemptLine, toDoOf } from './contact-standing.page';
import type { CasePrompt } from './prompts.page';
import { routeViews } from './safe-contact.page';
import { timelineOf } from './timeline.page';

export interface CaseParts {
  readonly summary: CaseSummary;
  readonly history: CaseHistory;
  /** The owner is on leave: until somebody takes the case on, the duty lead answers for it. */
  readonly ownerAway: boolean;
  readonly nameOf: NameOf;
  readonly limbName: LimbNameOf;
  readonly actor: StaffActor;
  readonly now: Instant;
  readonly timezone: string;
}

export function casePage(
  parts: CaseParts & {
    readonly contact: CaseContact;
    readonly nameToAskFor: string | null;
    readonly notice: Notice | null;
    readonly prompts: readonly CasePrompt[];
    readonly districts: readonly { readonly code: string; readonly name: string }[];
  },
) {
  const { summary, history, nameOf, limbName, now, timezone, actor, nameToAskFor, notice, districts } = parts;
  const { caseId, card, intake } = summary;
  const { contact } = parts;
  const standing = { summary, contact, now, timezone };
  const open = summary.closedAt === null;
  return {
    frame: caseFrame(parts, 'overview', nameToAskFor ?? 'somebody whose name cannot be read just now'),
    reference: summary.reference,
    notice,
    prompts: parts.prompts,
    toDo: toDoOf(standing, actor),
    state: STATE_WORDS[summary.contactState],
    owner: ownerWords(parts),
    attempts: attemptsOf({ summary, history, of: contact.policy.attempts }),
    attemptLine: attemptLine(standing),
    window: callWindowInWords(card.windows, { now, timezone }),
    routes: routeViews(card, { caseId, now, timezone }),
    facts: factsOf(intake, districts),
    firsts: firstsOf(summary.facts, { now, timezone }),
    timeline: timelineOf(history.journal, { nameOf, limbName, now, timezone }).slice(0, LATEST),
    revision: summary.revision,
    actions: {
      take: open && mayDo(actor, 'take-case') && summary.ownerUserId !== actor.userId,
      reveal: mayDo(actor, 'reveal-route'),
      attempt: open && mayDo(actor, 'record-attempt'),
      exception: open && mayDo(actor, 'record-exception'),
      exhausted: open && (mayDo(actor, 'propose-exhausted') || mayDo(actor, 'sign-exhausted')),
      callBack: open && mayDo(actor, 'promise-call-back') && summary.facts['first-safe-reach'] !== undefined,
      interpreter: open && mayDo(actor, 'book-interpreter') && intake.languageNeed !== 'none',
      redirect: open && mayDo(actor, 'redirect-referral'),
      walls: mayDo(actor, 'set-wall'),
      suspect: open && mayDo(actor, 'record-suspect'),
      messages: mayDo(actor, 'see-safety-reviews'),
      stop: mayDo(actor, 'stop-contact'),
      end: mayDo(actor, 'see-ending'),
      death: mayDo(actor, 'record-death'),
      correct: mayDo(actor, 'ask-corrected-start'),
    },
    hrefs: {
      take: `/cases/${caseId}/take`,
      attempt: `/cases/${caseId}/attempts/new`,
      exception: `/cases/${caseId}/exceptions/new`,
      call: `/cases/${caseId}/call`,
      history: `/cases/${caseId}/history`,
      exhausted: `/cases/${caseId}/exhausted`,
      callBack: `/cases/${caseId}/call-backs/new`,
      interpreter: `/cases/${caseId}/interpreter`,
      redirect: `/cases/${caseId}/redirect`,
      walls: `/cases/${caseId}/walls`,
      suspect: `/cases/${caseId}/suspects/new`,
      messages: `/cases/${caseId}/messages`,
      stop: `/cases/${caseId}/stop-contact`,
      end: `/cases/${caseId}/end`,
      death: `/cases/${caseId}/death`,
      correct: `/referrals/${summary.referralId}/corrected-start`,
    },
    endWords: open ? CASE_END_WORDS.open : CASE_END_WORDS.ended,
    asAt: timeOfDay(now, timezone),
  };
}

const CASE_END_WORDS = { open: 'End this case', ended: 'How this case ended' } as const;

function ownerWords({ summary, nameOf, ownerAway }: CaseParts): string {
  const owner = nameOf(summary.ownerUserId);
  return ownerAway ? `${owner}, on leave. ${OWNER_AWAY}` : owner;
}

/** The round as the board counts it, and with earlier rounds in all. */
function attemptsOf({
  summary: { contactState: state },
  history: { attempts },
  of,
}: Pick<CaseParts, 'summary' | 'history'> & { of: number | null }): string {
  const round = roundStanding(attempts);
  const words = attemptsInWords({ round, of, state });
  return round.made === attempts.length ? words : `${words}, ${attempts.length} in all`;
}

/** The overview tells the latest; the rest is a page away. */
const LATEST = 6;

/** When each rung was first reached; attempted and contacted stay apart. */
function firstsOf(
  facts: Facts,
  { now, timezone }: { now: Instant; timezone: string },
): readonly (readonly [name: string, words: string])[] {
  return FACTS.map((fact) => {
    const at = facts[fact];
    return [FACT_WORDS[fact], at === undefined ? 'Not yet' : momentInWords(at, { now, timezone })];
  });
}

/** What the officer said that a caller needs to know. */
function factsOf(
  intake: CaseSummary['intake'],
  districts: readonly { readonly code: string; readonly name: string }[],
): readonly { readonly name: string; readonly value: string }[] {
  const access = intake.suspectAccess.map((code) => SUSPECT_ACCESS_WORDS[code]).join('; ');
  return [
    { name: 'Age', value: AGE_WORDS[intake.ageBand] },
    {
      name: 'District',
      value:
        districts.find(({ code }) => code === intake.district)?.name ?? intake.district ?? 'Not known yet',
    },
    { name: 'Help needed to talk', value: LANGUAGE_WORDS[intake.languageNeed] },
    { name: 'Agreed to be called', value: AGREEMENT_WORDS[intake.agreement] },
    { name: 'Kind of offence', value: OFFENCE_WORDS[intake.offenceGroup] },
    { name: 'Roughly when', value: WHEN_WORDS[intake.whenBand] },
    { name: 'Relationship to the suspect', value: RELATIONSHIP_WORDS[intake.relationship] },
    { name: 'The suspect', value: access === '' ? 'Nothing noted' : access },
  ];
}

/** Shown with 409 when someone changed the case first: what it is now, and the last things that happened. */
export function changedPage(parts: CaseParts) {
  const { summary, history, nameOf, limbName, now, timezone } = parts;
  return {
    reference: summary.reference,
    owner: ownerWords(parts),
    state: STATE_WORDS[summary.contactState],
    attempts: attemptsOf({ summary, history, of: null }),
    latest: timelineOf(history.journal.slice(-3), { nameOf, limbName, now, timezone }),
    href: `/cases/${summary.caseId}`,
    asAt: timeOfDay(now, timezone),
  };
}
