import { agencyRecipient, DATA_CLASSES, groundFor } from '#libs/domain';
import type { FieldError } from '../../errors/problem';
import { caseFrame } from '../cases/case-frame.page';
import type { ConsentParts } from '../consent/consent-reading';
import { recipientWords } from '../consent/consent-words';
import { CLASS_WORDS, PURPOSE_WORDS } from '../consent/consent.copy';
import { wrongFields } from '../form-acts/wrong-fields';
import type { ShareAbout } from './propose.form';
import { PROPOSE } from './share.copy';

/** What may be proposed: only classes with a ground can be ticked; the others say why not in their place. */
export function proposePage(
  parts: ConsentParts,
  drawn: {
    about: ShareAbout;
    chosen: readonly string[] | null;
    errors: readonly FieldError[];
    idempotencyKey?: string;
  },
) {
  const { summary, consent, now } = parts;
  const { about, chosen, errors } = drawn;
  const grounds = { ledger: consent.ledger, overrides: consent.overrides, now };
  const open = DATA_CLASSES.filter((dataClass) => groundFor(about, dataClass, grounds) !== null);
  const recipient = agencyRecipient(about.agencyId);
  return {
    ...PROPOSE,
    ...drawn,
    wrong: wrongFields(errors),
    frame: caseFrame(parts, 'consent'),
    backHref: `/cases/${summary.caseId}/consent`,
    action: `/cases/${summary.caseId}/shares/new`,
    recipient,
    purpose: about.purpose,
    aboutWords: `${recipientWords(consent.providers)(recipient)}: ${PURPOSE_WORDS[about.purpose]}`,
    classItems: open.map((value) => ({ value, text: CLASS_WORDS[value] })),
    values: chosen ?? open,
    notOpen: DATA_CLASSES.filter((dataClass) => !open.includes(dataClass)).map(
      (dataClass) => CLASS_WORDS[dataClass],
    ),
  };
}
