import {
  agencyOf,
  agencyRecipient,
  classesOf,
  CONTACT_PURPOSES,
  consentMatrix,
  mayDo,
  mayShare,
  overrideCovers,
  type MatrixLine,
  type MatrixRow,
} from '#libs/domain';
import { localDate } from '#libs/domain';
import type { LedgerLine } from '#libs/persistence';
import { calendarDay, momentInWords } from '../../formatting/moments';
import { caseFrame } from '../cases/case-frame.page';
import { inSentence } from '../colleagues/name-in-words';
import type { Notice } from '../notices/notice';
import { overrideLine } from './override-line';
import { shareLine } from '../shares/share-line';
import type { ConsentParts } from './consent-reading';
import { aboutHref, recipientWords, type RecipientWords } from './consent-words';
import {
  BASIS_WORDS,
  CLASS_WORDS,
  CONSENT,
  DECISION_WORDS,
  GIVER_WORDS,
  HOW_WORDS,
  NO_SENTENCES,
  NO_WORDS,
  PURPOSE_WORDS,
} from './consent.copy';

const TOUCH: readonly MatrixLine[] = CONTACT_PURPOSES.map((purpose) => ({
  purpose,
  recipient: 'this-service',
}));

export function consentPage(parts: ConsentParts, { notice }: { notice: Notice | null }) {
  const { summary, consent, actor, now, timezone } = parts;
  const { caseId } = summary;
  const nameOfRecipient = recipientWords(consent.providers);
  const may = mayDo(actor, 'record-consent');
  const always: readonly MatrixLine[] = [
    ...consent.providers.map(({ agencyId }) => ({
      recipient: agencyRecipient(agencyId),
      purpose: 'support' as const,
    })),
    { recipient: 'police', purpose: 'fact-of-support' },
  ];
  const outside = consent.ledger.filter(({ recipient }) => recipient !== 'this-service');
  const rows = consentMatrix<LedgerLine>(outside, { always, now });
  return {
    ...CONSENT,
    frame: caseFrame(parts, 'consent'),
    notice,
    withheld: consent.identityWithheld ? CONSENT.withheld : null,
    may,
    touchLines: TOUCH.map((line) => touchLine(parts, line)),
    columns: Object.values(CLASS_WORDS),
    rows: rows.map((row) => rowView(parts, row, nameOfRecipient)),
    anotherHref: `/cases/${caseId}/consent/about`,
    mayAskOverride: mayDo(actor, 'ask-override'),
    overrideHref: `/cases/${caseId}/overrides/new`,
    overrideLines: consent.overrides.map((override) => overrideLine(override, { ...parts, nameOfRecipient })),
    shareLines: consent.shares.map((share) => shareLine(share, { ...parts, nameOfRecipient })),
    entries: consent.ledger.map((entry) => ({
      what: `${DECISION_WORDS[entry.decision]}: ${nameOfRecipient(entry.recipient)}, ${PURPOSE_WORDS[entry.purpose]}`,
      about: entry.dataClass === null ? CONSENT.everything : CLASS_WORDS[entry.dataClass],
      who: [GIVER_WORDS[entry.giver], entry.basis === null ? null : BASIS_WORDS[entry.basis]]
        .filter((one) => one !== null)
        .join('. '),
      how: HOW_WORDS[entry.how],
      recorded: recordedWords(entry, parts),
      until:
        entry.expiresAt === null ? null : CONSENT.until(calendarDay(localDate(entry.expiresAt, timezone))),
      receiptHref: entry.takenBy === null ? null : `/cases/${caseId}/consent/receipts/${entry.id}`,
    })),
  };
}

/** One way of being in touch: yes or no, and what the next thing to do is. */
function touchLine(parts: ConsentParts, line: MatrixLine) {
  const { summary, consent, now, timezone } = parts;
  const decision = mayShare(consent.ledger, { ...line, dataClass: 'safe-contact' }, now);
  const yes = decision.kind === 'may';
  return {
    name: PURPOSE_WORDS[line.purpose],
    yes,
    words: yes ? CONSENT.yes : NO_WORDS[decision.reason],
    detail: untilWords(decision.entry, timezone),
    recordHref: aboutHref(summary.caseId, 'new', line),
    withdrawHref: yes ? aboutHref(summary.caseId, 'withdraw', line) : null,
  };
}

function rowView(parts: ConsentParts, row: MatrixRow<LedgerLine>, nameOfRecipient: RecipientWords) {
  const { summary, consent, actor, now, timezone } = parts;
  const { caseId } = summary;
  const fitting = classesOf(
    row.purpose,
    row.cells.map(({ dataClass }) => dataClass),
  );
  const cells = row.cells.map(({ dataClass, decision }) => {
    const overridden = consent.overrides.some((one) =>
      overrideCovers(one, { recipient: row.recipient, purpose: row.purpose, dataClass }, now),
    );
    const yes = decision.kind === 'may';
    const no = decision.kind === 'may-not' ? NO_WORDS[decision.reason] : '';
    const applies = fitting.includes(dataClass);
    return {
      label: CLASS_WORDS[dataClass],
      yes,
      overridden: overridden && !yes,
      words: !applies ? '–' : yes ? CONSENT.yes : overridden ? 'Override' : no,
      detail: yes ? untilWords(decision.entry, timezone) : null,
    };
  });
  const agencyId = agencyOf(row.recipient);
  const open = cells.some(({ yes, overridden }) => yes || overridden);
  const live = consent.shares.some(
    (share) => share.agencyId === agencyId && share.purpose === row.purpose && share.state !== 'closed',
  );
  const [first] = row.cells;
  const reason =
    first?.decision.kind === 'may-not' ? NO_SENTENCES[first.decision.reason] : NO_SENTENCES['never-asked'];
  return {
    name: nameOfRecipient(row.recipient),
    purpose: PURPOSE_WORDS[row.purpose],
    cells,
    recordHref: aboutHref(caseId, 'new', row),
    withdrawHref: cells.some(({ yes }) => yes) ? aboutHref(caseId, 'withdraw', row) : null,
    shareHref:
      agencyId !== null && open && !live && mayDo(actor, 'propose-share')
        ? `/cases/${caseId}/shares/new?recipient=${encodeURIComponent(row.recipient)}&purpose=${row.purpose}`
        : null,
    reason: agencyId !== null && !open ? reason : null,
    live: agencyId !== null && live ? CONSENT.shared : null,
  };
}

/** The agreement that came with a referral was taken by nobody here. */
function recordedWords({ takenBy, recordedAt }: LedgerLine, { nameOf, now, timezone }: ConsentParts): string {
  const when = momentInWords(recordedAt, { now, timezone });
  return takenBy === null
    ? `With the referral, ${when}.`
    : `Recorded ${when} by ${inSentence(nameOf(takenBy))}.`;
}

function untilWords(entry: LedgerLine | null, timezone: string): string | null {
  if (entry === null || entry.decision !== 'given' || entry.expiresAt === null) return null;
  return CONSENT.until(calendarDay(localDate(entry.expiresAt, timezone)));
}
