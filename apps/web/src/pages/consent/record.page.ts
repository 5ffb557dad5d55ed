import {
  AUTHORITIES,
  choosesClasses,
  classesOf,
  CONSENT_WORDINGS,
  DATA_CLASSES,
  GIVERS,
  HOW_GIVEN,
  mayShare,
  wordingId,
  type MatrixLine,
} from '#libs/domain';
import { CONSENT_DAYS } from '#libs/casework';
import type { FieldError } from '../../errors/problem';
import { caseFrame } from '../cases/case-frame.page';
import { wrongFields } from '../form-acts/wrong-fields';
import type { ConsentParts } from './consent-reading';
import { classesReadOut, recipientWords } from './consent-words';
import {
  AUTHORITY_WORDS,
  CLASS_READ_OUT,
  CLASS_WORDS,
  GIVER_HINTS,
  GIVER_WORDS,
  HOW_WORDS,
  PURPOSE_WORDS,
} from './consent.copy';
import { RECORD, WITHDRAW } from './record.copy';
import type { RecordRaw, WithdrawRaw } from './record.form';

interface Drawn<Raw> {
  readonly about: MatrixLine;
  readonly raw: Raw;
  readonly errors: readonly FieldError[];
  readonly idempotencyKey?: string;
}

export function recordPage(parts: ConsentParts, drawn: Drawn<RecordRaw>) {
  const { about, errors } = drawn;
  const { summary, consent } = parts;
  const { purpose } = about;
  const under13 = consent.ageBand === 'under-13';
  return {
    ...RECORD,
    ...drawn,
    ...aboutView(parts, about),
    wrong: wrongFields(errors),
    frame: caseFrame(parts, 'consent'),
    action: `/cases/${summary.caseId}/consent/new`,
    revision: drawn.raw.revision || String(summary.revision),
    words: CONSENT_WORDINGS[purpose].words
      .replace('{recipient}', recipientWords(consent.providers)(about.recipient))
      .replace(
        '{classes}',
        choosesClasses(purpose) ? RECORD.whatFollows : classesReadOut(classesOf(purpose, [])),
      ),
    versionWords: RECORD.version(wordingId(purpose)),
    ageNote: under13 ? RECORD.under13Note : consent.ageBand === '13-15' ? RECORD.childNote : null,
    decisionItems: Object.entries(RECORD.decisions).map(([value, text]) => ({ value, text })),
    classItems: choosesClasses(purpose)
      ? DATA_CLASSES.map((value) => ({
          value,
          text: CLASS_WORDS[value],
          hint: { text: `“${CLASS_READ_OUT[value]}”` },
        }))
      : null,
    giverItems: GIVERS.map((value) => ({
      value,
      text: GIVER_WORDS[value],
      ...(GIVER_HINTS[value] === null ? {} : { hint: { text: GIVER_HINTS[value] } }),
    })),
    authorityItems: [
      { value: '', text: RECORD.authorityNone },
      ...AUTHORITIES.map((value) => ({ value, text: AUTHORITY_WORDS[value] })),
    ],
    howItems: HOW_GIVEN.map((value) => ({ value, text: HOW_WORDS[value] })),
    daysItems: [
      { value: '', text: RECORD.daysUnlimited },
      ...CONSENT_DAYS.map((value) => ({ value: String(value), text: RECORD.days[value] })),
    ],
  };
}

export function withdrawPage(parts: ConsentParts, drawn: Drawn<WithdrawRaw>) {
  const { summary, consent, now } = parts;
  const { about } = drawn;
  const given = DATA_CLASSES.filter(
    (dataClass) => mayShare(consent.ledger, { ...about, dataClass }, now).kind === 'may',
  );
  const each = given.length > 1 ? given.map((value) => ({ value, text: CLASS_WORDS[value] })) : [];
  return {
    ...WITHDRAW,
    ...drawn,
    ...aboutView(parts, about),
    wrong: wrongFields(drawn.errors),
    frame: caseFrame(parts, 'consent'),
    action: `/cases/${summary.caseId}/consent/withdraw`,
    revision: drawn.raw.revision || String(summary.revision),
    whatItems: [{ value: 'all', text: WITHDRAW.everything }, ...each],
    giverItems: GIVERS.map((value) => ({ value, text: GIVER_WORDS[value] })),
    howLegend: RECORD.howLegend,
    howItems: HOW_GIVEN.map((value) => ({ value, text: HOW_WORDS[value] })),
  };
}

function aboutView({ summary, consent }: ConsentParts, { purpose, recipient }: MatrixLine) {
  const name = recipientWords(consent.providers)(recipient);
  return {
    purpose,
    recipient,
    aboutWords: `${name}: ${PURPOSE_WORDS[purpose]}`,
    backHref: `/cases/${summary.caseId}/consent`,
  };
}
