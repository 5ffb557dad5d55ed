import type { KeepCapacityInput } from '#libs/casework';
import { MOST_OPEN_CASES, MOST_POSTS, type ServiceCapacity } from '#libs/domain';
import { badRequest, type FieldError } from '../../errors/problem';
import { CAPACITY } from './directory.copy';
import type { PartRaw } from './form-sheet';
import { readPart } from './part-flow';
import { dateNames, dateRaw, typedDate } from './typed-date';

const NAMES = { single: ['posts', 'limit', 'list', ...dateNames('since')], lists: [] };

export type CapacityForm = {
  readonly raw: PartRaw;
  readonly idempotencyKey: string;
  readonly revision: number;
} & (
  | { readonly kind: 'valid'; readonly input: Omit<KeepCapacityInput, 'serviceId' | 'revision'> }
  | { readonly kind: 'invalid'; readonly errors: readonly FieldError[] }
);

export function capacityRaw(capacity: ServiceCapacity | null): PartRaw {
  return {
    text: {
      posts: capacity === null ? '' : String(capacity.posts),
      limit: String(capacity?.limit ?? ''),
      list: capacity?.list ?? '',
      ...dateRaw('since', capacity?.listSince ?? null),
      revision: String(capacity?.revision ?? 0),
    },
    ticks: {},
  };
}

export function readCapacity(body: unknown): CapacityForm {
  const { raw, errors: unclean, idempotencyKey } = readPart(body, NAMES);
  const typed = (name: string) => (raw.text[name] ?? '').trim();
  if (!/^\d{1,9}$/.test(typed('revision')))
    throw badRequest('The form does not say which version of the record it is about. Open the page again.');
  const revision = Number(typed('revision'));
  const posts = /^\d{1,3}(\.\d{1,2})?$/.test(typed('posts')) ? Number(typed('posts')) : Number.NaN;
  const limit = typed('limit') === '' ? null : wholeOf(typed('limit'));
  const list = (['open', 'closed'] as const).find((code) => code === raw.text['list']);
  const since = typedDate(raw, 'since');
  const errors = [
    ...unclean,
    ...(posts <= MOST_POSTS ? [] : [{ field: 'posts', message: CAPACITY.postsWrong }]),
    ...(limit === undefined ? [{ field: 'limit', message: CAPACITY.limitWrong }] : []),
    ...(list === undefined ? [{ field: 'list', message: CAPACITY.listMissing }] : []),
    ...(since === 'empty' ? [{ field: 'sinceDay', message: CAPACITY.sinceMissing }] : []),
    ...(since === 'wrong' ? [{ field: 'sinceDay', message: CAPACITY.sinceWrong }] : []),
  ];
  const read = { raw, idempotencyKey, revision };
  if (limit === undefined || list === undefined || typeof since === 'string' || errors.length > 0) {
    return { ...read, kind: 'invalid', errors };
  }
  return { ...read, kind: 'valid', input: { posts, limit, list, listSince: since.on } };
}

function wholeOf(typed: string): number | undefined {
  return /^\d{1,5}$/.test(typed) && Number(typed) <= MOST_OPEN_CASES ? Number(typed) : undefined;
}
