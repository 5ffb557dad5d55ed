import type { FoundMatch, SearchShown } from '#libs/casework';
import { districtsEver, type AreaPack } from '#libs/config';
import type { Instant } from '#libs/domain';
import type { FieldError } from '../../errors/problem';
import { momentInWords, timeOfDay } from '../../formatting/moments';
import { AGE_WORDS } from '../cases/case.copy';
import { wrongFields } from '../form-acts/wrong-fields';
import { EVIDENCE_WORDS, RESULTS_PAGE, SEARCH_PAGE } from './search.copy';
import type { SearchRaw } from './search.form';

export function searchPage(options: {
  raw: SearchRaw;
  errors: readonly FieldError[];
  idempotencyKey?: string;
  forDoor: boolean;
}) {
  const { raw, errors, idempotencyKey, forDoor } = options;
  return {
    ...SEARCH_PAGE,
    title: forDoor ? SEARCH_PAGE.title : 'Find somebody',
    intro: forDoor ? SEARCH_PAGE.intro : SEARCH_PAGE.plainIntro,
    backHref: forDoor ? '/referrals/doors' : null,
    raw,
    errors,
    wrong: wrongFields(errors),
    idempotencyKey,
  };
}

interface Around {
  readonly now: Instant;
  readonly pack: AreaPack;
  readonly errors: readonly FieldError[];
  readonly chosen: string;
  readonly idempotencyKey?: string;
}

export function resultsPage({ search, found, more }: SearchShown, around: Around) {
  const { now, pack, errors, chosen, idempotencyKey } = around;
  const path = `/people/search/${search.id}`;
  const people = found.map((match) => personOf(match, around));
  const forDoor = search.door !== null;
  return {
    ...RESULTS_PAGE,
    action: path,
    againHref: forDoor ? `/people/search?door=${search.door}` : '/people/search',
    forDoor,
    people,
    moreText: more ? RESULTS_PAGE.more : null,
    choices: choicesOf(people),
    chosen: chosen || (people.length === 0 ? 'new' : ''),
    errors,
    wrong: wrongFields(errors),
    idempotencyKey,
    asAt: timeOfDay(now, pack.timezone),
  };
}

function personOf({ candidate, facts, evidence }: FoundMatch, { now, pack }: Around) {
  const { caseId, reference, district, openedAt, closedAt, ageBand } = candidate;
  const [toAskFor = '', full] = facts.names;
  const where = districtsEver(pack.districts).find(({ code }) => code === district)?.name;
  return {
    caseId,
    reference,
    href: `/cases/${caseId}`,
    name: full ?? toAskFor,
    askFor: full === undefined || full === toAskFor ? null : toAskFor,
    facts: [AGE_WORDS[ageBand], ...(where ? [where] : [])].join(', '),
    since: momentInWords(openedAt, { now, timezone: pack.timezone }),
    state: closedAt === null ? RESULTS_PAGE.live : RESULTS_PAGE.closed,
    open: closedAt === null,
    evidence: evidence.map((code) => EVIDENCE_WORDS[code]),
  };
}

function choicesOf(people: readonly ReturnType<typeof personOf>[]) {
  return [
    ...people.flatMap(({ caseId, name, reference, open }) => [
      { value: `same-person:${caseId}`, text: `${name} (${reference}), ${RESULTS_PAGE.samePerson}` },
      ...(open
        ? [
            {
              value: `same-report:${caseId}`,
              text: `${name} (${reference}), ${RESULTS_PAGE.sameReport}`,
              hint: RESULTS_PAGE.sameReportHint,
            },
          ]
        : []),
    ]),
    { value: 'new', text: RESULTS_PAGE.fresh, hint: people.length > 0 ? RESULTS_PAGE.freshHint : undefined },
  ];
}
