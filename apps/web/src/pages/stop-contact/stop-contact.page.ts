import { endsCases, mayDo, SAID_BY, STOP_CAUSES } from '#libs/domain';
import type { StopInForce } from '#libs/persistence';
import type { FieldError } from '../../errors/problem';
import { momentInWords } from '../../formatting/moments';
import { caseFrame } from '../cases/case-frame.page';
import type { ContactParts } from '../cases/case-reading';
import { wrongFields } from '../form-acts/wrong-fields';
import { CAUSE_ITEMS, CAUSE_NAMES, SAID_BY_WORDS, STOP, STOPPED } from './stop-contact.copy';

export interface StopRaw {
  readonly cause: string;
  readonly saidBy: string;
  readonly revision: string;
}

/** One page of the case: stops contact, or says that it is stopped and who may lift it. */
export function stopContactPage(
  parts: ContactParts & { readonly stop: StopInForce | null },
  form: { raw: StopRaw; errors: readonly FieldError[]; idempotencyKey?: string },
) {
  const { summary, stop, actor, now, timezone } = parts;
  const path = `/cases/${summary.caseId}/stop-contact`;
  const causes = STOP_CAUSES.filter((cause) => stop === null || endsCases(cause));
  const final = stop !== null && endsCases(stop.cause);
  return {
    words: stop === null ? STOP : { ...STOP, title: STOPPED.title },
    stoppedWords: STOPPED,
    ...form,
    wrong: wrongFields(form.errors),
    frame: caseFrame(parts, 'overview'),
    path,
    liftPath: `${path}/lift`,
    revision: form.raw.revision === '' ? String(summary.revision) : form.raw.revision,
    stop: stop && {
      cause: CAUSE_NAMES[stop.cause],
      since: momentInWords(stop.stoppedAt, { now, timezone }),
    },
    mayStop: mayDo(actor, 'stop-contact') && !final,
    mayResume: mayDo(actor, 'resume-contact') && stop !== null && !final,
    resumable: stop !== null && !final,
    causes: causes.map((value) => ({ value, ...CAUSE_ITEMS[value] })),
    sayers: SAID_BY.map((value) => ({ value, text: SAID_BY_WORDS[value] })),
  };
}
