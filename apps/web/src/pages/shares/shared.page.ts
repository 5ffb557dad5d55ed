import type { ShareRead } from '#libs/casework';
import type { CareAct, Instant } from '#libs/domain';
import type { SharedCodes, SharedList } from '#libs/persistence';
import { momentInWords, timeOfDay } from '../../formatting/moments';
import { AGE_WORDS } from '../cases/case.copy';
import { routeViews } from '../cases/safe-contact.page';
import { callWindowInWords } from '../board/call-window';
import { classList } from '../consent/consent-words';
import { CLASS_WORDS, PURPOSE_WORDS } from '../consent/consent.copy';
import type { Notice } from '../notices/notice';
import {
  LANGUAGE_WORDS,
  OFFENCE_WORDS,
  RELATIONSHIP_WORDS,
  WHEN_WORDS,
} from '../referrals/referral-codes.copy';
import { SHARED } from './share.copy';

interface Times {
  readonly now: Instant;
  readonly timezone: string;
}

export function sharedListPage({ shares, notices }: SharedList, times: Times) {
  return {
    ...SHARED,
    waiting: notices.length,
    lines: shares.map(({ shareId, reference, from, purpose, dataClasses, openedAt }) => ({
      href: `/shared/${shareId}`,
      reference,
      from,
      purpose: PURPOSE_WORDS[purpose],
      what: classList(dataClasses),
      since: momentInWords(openedAt, times),
    })),
    asAt: timeOfDay(times.now, times.timezone),
  };
}

export function sharedNoticesPage({ notices }: SharedList, view: Times & { notice: Notice | null }) {
  return {
    ...SHARED,
    notice: view.notice,
    title: SHARED.notices,
    lines: notices.map(({ noticeId, kind, reference, raisedAt }) => ({
      action: `/shared/notices/${noticeId}`,
      reference,
      words: SHARED.noticeKinds[kind],
      when: momentInWords(raisedAt, view),
    })),
    asAt: timeOfDay(view.now, view.timezone),
  };
}

type Read = Extract<ShareRead, { kind: 'read' }>;
type Fact = readonly [name: string, value: string];

const CARE_PAGES = [
  ['see-appointments', 'appointments', SHARED.appointments],
  ['see-needs', 'needs', SHARED.needs],
  ['see-outcomes', 'outcomes', SHARED.outcomes],
  ['see-feedback', 'feedback', SHARED.feedback],
  ['see-rights', 'rights', SHARED.rights],
] as const satisfies readonly (readonly [CareAct, string, string])[];

/** The record as it was shared: a heading for each class, and nothing where a class was not. */
export function sharedRecordPage(
  read: Read,
  codes: SharedCodes,
  times: Times & { readonly notes: boolean; readonly care: readonly CareAct[] },
) {
  const { share, dataClasses, names } = read;
  const factsOf = {
    identity: identityFacts(read),
    'safe-contact': contactFacts(read, times),
    incident: codes.incidents.flatMap((one): readonly Fact[] => [
      ['Kind of offence', OFFENCE_WORDS[one.offenceGroup]],
      ['Roughly when', WHEN_WORDS[one.whenBand]],
      ['Relationship to the suspect', RELATIONSHIP_WORDS[one.relationship]],
    ]),
    investigation: [
      ...codes.reports.map(({ reportedAt, byPolice }): Fact => [
        byPolice ? 'Reported to police' : 'Referred',
        momentInWords(reportedAt, times),
      ]),
      ['Crime number', names?.crimeReference ?? 'Not known yet'] as const,
    ],
    needs:
      codes.person === null
        ? []
        : [
            ['Age', AGE_WORDS[codes.person.ageBand]] as const,
            ['Help needed to talk', LANGUAGE_WORDS[codes.person.languageNeed]] as const,
          ],
    'support-fact': [['Support', 'They are supported by the service that shared this.'] as const],
  };
  return {
    ...SHARED,
    title: `${SHARED.record} ${share.reference}`,
    reference: share.reference,
    planHref: `/shared/${share.id}/plan`,
    tracksHref: dataClasses.includes('investigation') ? `/shared/${share.id}/tracks` : null,
    notesHref: times.notes ? `/cases/${share.caseId}/notes` : null,
    careLinks: CARE_PAGES.filter(([act]) => times.care.includes(act)).map(([, end, text]) => ({
      href: `/shared/${share.id}/${end}`,
      text,
    })),
    purpose: PURPOSE_WORDS[share.purpose],
    unreadableWords: names === null ? SHARED.unreadable : null,
    groups: dataClasses.map((dataClass) => ({ name: CLASS_WORDS[dataClass], facts: factsOf[dataClass] })),
    asAt: timeOfDay(times.now, times.timezone),
  };
}

function identityFacts({ names }: Read): readonly Fact[] {
  const identity = names?.identity ?? null;
  if (identity === null) return [];
  const { nameToAskFor, fullName } = identity;
  return [['Ask for', nameToAskFor], ...(fullName === null ? [] : [['Full name', fullName] as const])];
}

/** A number comes with what is safe on it; one that may not be used now is not shown at all (P5). */
function contactFacts({ share, card, names }: Read, times: Times): readonly Fact[] {
  if (card === null) return [];
  const routes = routeViews(card, { caseId: share.caseId, ...times }).map((view): Fact => {
    const value = names?.routes.find(({ routeId }) => routeId === view.id)?.value;
    const usable = view.closed === null && value !== undefined;
    return [view.name, usable ? `${value}. ${view.permissions}` : `Not now. ${view.closed ?? ''}`];
  });
  const cover = names?.words?.sayIfOtherAnswers ?? null;
  return [
    ['Safe time', callWindowInWords(card.windows, times)],
    ...routes,
    [
      'If someone else answers',
      cover ?? 'Nothing was agreed. Give no name of a service; say you will try later.',
    ],
  ];
}
