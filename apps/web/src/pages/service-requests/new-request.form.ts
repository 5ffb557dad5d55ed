import type { ProposeRequestInput } from '#libs/casework';
import {
  OVERRIDE_REASONS,
  REQUEST_BANDS,
  SUPPORT_KINDS,
  type OverrideReason,
  type ServiceId,
  type SupportKind,
} from '#libs/domain';
import type { FieldError } from '../../errors/problem';
import { readFields, type Fields } from '../../request-reading/read-fields';
import { isSafeId } from '../../request-reading/validators/safe-id.validator';
import { NEW_REQUEST } from './request.copy';

const SINGLE = ['kind', 'serviceId', 'band', 'decisionId', 'reason'] as const;
export type NewRequestRaw = Fields<(typeof SINGLE)[number]>;

/** The answer for support that is wanted though nobody knows yet from whom. */
export const NO_SERVICE_YET = 'none-yet';

export type NewRequestForm = { readonly raw: NewRequestRaw; readonly idempotencyKey: string } & (
  | { readonly kind: 'valid'; readonly input: Omit<ProposeRequestInput, 'caseId'> }
  | { readonly kind: 'invalid'; readonly errors: readonly FieldError[] }
);

export function readNewRequest(body: unknown): NewRequestForm {
  const { raw, errors: unclean, idempotencyKey } = readFields(body, { single: SINGLE });
  const kind = readKind(raw.kind);
  const band = REQUEST_BANDS.find((code) => code === raw.band);
  const service = readService(raw.serviceId);
  const errors = [
    ...unclean,
    ...(kind === null ? [{ field: 'kind', message: NEW_REQUEST.errors.kind }] : []),
    ...(service === undefined ? [{ field: 'serviceId', message: NEW_REQUEST.errors.serviceId }] : []),
    ...(band === undefined ? [{ field: 'band', message: NEW_REQUEST.errors.band }] : []),
  ];
  if (kind === null || band === undefined || service === undefined || errors.length > 0)
    return { kind: 'invalid', raw, idempotencyKey, errors };
  const decisionId = isSafeId(raw.decisionId) ? raw.decisionId : null;
  return {
    kind: 'valid',
    raw,
    idempotencyKey,
    input: { kind, serviceId: service, band, decisionId, reason: readReason(raw.reason) },
  };
}

export function readKind(value: unknown): SupportKind | null {
  return SUPPORT_KINDS.find((code) => code === value) ?? null;
}

/** Null when nobody said why: whether a reason is needed is for the routing of the case to say. */
export function readReason(value: unknown): OverrideReason | null {
  return OVERRIDE_REASONS.find((code) => code === value) ?? null;
}

/** Null for "nobody knows yet"; undefined when nothing was chosen. */
export function readService(value: unknown): ServiceId | null | undefined {
  if (value === NO_SERVICE_YET) return null;
  return isSafeId(value) ? (value as string as ServiceId) : undefined;
}
