import type { ProposeShareInput } from '#libs/casework';
import { agencyOf, DATA_CLASSES, SHARE_PURPOSES, type AgencyId, type SharePurpose } from '#libs/domain';
import { notFound, type FieldError } from '../../errors/problem';
import { readFields, type Fields } from '../../request-reading/read-fields';
import { readRecipient } from '../consent/about';
import { PROPOSE_ERRORS } from './share.copy';

const SINGLE = ['recipient', 'purpose'] as const;

export interface ShareAbout {
  readonly agencyId: AgencyId;
  readonly purpose: SharePurpose;
}

export type ProposalForm = {
  readonly raw: Fields<(typeof SINGLE)[number], 'dataClasses'>;
  readonly about: ShareAbout;
  readonly idempotencyKey: string;
} & (
  | { readonly kind: 'valid'; readonly input: Omit<ProposeShareInput, 'caseId'> }
  | { readonly kind: 'invalid'; readonly errors: readonly FieldError[] }
);

export function readShareAbout(purposeText: unknown, recipientText: unknown): ShareAbout | null {
  const purpose = SHARE_PURPOSES.find((code) => code === purposeText);
  const recipient = readRecipient(recipientText);
  const agencyId = recipient === null ? null : agencyOf(recipient);
  return purpose === undefined || agencyId === null ? null : { agencyId, purpose };
}

export function readProposal(body: unknown): ProposalForm {
  const {
    raw,
    errors: unclean,
    idempotencyKey,
  } = readFields(body, { single: SINGLE, lists: ['dataClasses'] });
  const about = readShareAbout(raw.purpose, raw.recipient);
  if (about === null) throw notFound();
  const dataClasses = DATA_CLASSES.filter((code) => raw.dataClasses.includes(code));
  const missing = { field: 'dataClasses', message: PROPOSE_ERRORS.dataClasses };
  const errors = [...unclean, ...(dataClasses.length === 0 ? [missing] : [])];
  const common = { raw, about, idempotencyKey };
  return errors.length > 0
    ? { ...common, kind: 'invalid', errors }
    : { ...common, kind: 'valid', input: { ...about, dataClasses } };
}
