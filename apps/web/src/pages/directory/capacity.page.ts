import { keepsCapacityOf, type CapacityFault, type StaffActor } from '#libs/domain';
import type { FieldError } from '../../errors/problem';
import type { RefusalCopy } from '../../errors/refusal';
import { timeOfDay } from '../../formatting/moments';
import { wrongFields } from '../form-acts/wrong-fields';
import type { Notice } from '../notices/notice';
import { CAPACITY, DIRECTORY, SERVICE } from './directory.copy';
import type { DirectoryRead, DirectoryReading, ServiceRead } from './directory-reading';
import { listInWords, roomInWords } from './directory.page';
import { FormSheet, type PartRaw } from './form-sheet';

export const CAPACITY_REFUSALS: RefusalCopy<CapacityFault> = {
  'posts-out-of-range': { sentence: CAPACITY.postsWrong, field: 'posts' },
  'limit-out-of-range': { sentence: CAPACITY.limitWrong, field: 'limit' },
  'since-not-a-date': { sentence: CAPACITY.sinceWrong, field: 'sinceDay' },
  'since-in-the-future': { sentence: CAPACITY.sinceFuture, field: 'sinceDay' },
};

export function capacityListPage(
  { services, now, timezone }: DirectoryRead,
  reading: DirectoryReading,
  { actor, notice }: { actor: StaffActor; notice: Notice | null },
) {
  const own = services.filter(
    ({ service }) => service.state === 'open' && keepsCapacityOf(actor, service.agencyId),
  );
  return {
    words: CAPACITY,
    labels: { posts: SERVICE.posts, list: SERVICE.list, kind: DIRECTORY.head.kind },
    title: CAPACITY.title,
    asAt: timeOfDay(now, timezone),
    notice,
    services: own.map(({ service, capacity }) => ({
      name: service.name,
      kind: reading.kindName(service.kind),
      room: roomInWords(capacity),
      list: capacity === null ? SERVICE.notStated : listInWords(capacity),
      sample: capacity?.sample ?? false,
      href: `/directory/services/${service.id}/capacity`,
    })),
    sampleNote: SERVICE.roomSample,
  };
}

export function capacityFormPage(
  { service }: ServiceRead,
  { raw, errors, idempotencyKey }: { raw: PartRaw; errors: readonly FieldError[]; idempotencyKey?: string },
) {
  const sheet = new FormSheet(raw, wrongFields(errors));
  return {
    words: CAPACITY,
    title: CAPACITY.formTitle,
    caption: service.name,
    back: `/directory/services/${service.id}`,
    action: `/directory/services/${service.id}/capacity`,
    fields: [
      sheet.line('posts', { label: CAPACITY.posts, hint: CAPACITY.postsHint, width: '5' }),
      sheet.line('limit', { label: CAPACITY.limit, hint: CAPACITY.limitHint, width: '5' }),
      sheet.radios('list', { label: CAPACITY.list }, [
        { value: 'open', text: CAPACITY.open },
        { value: 'closed', text: CAPACITY.closed },
      ]),
      sheet.date('since', { label: CAPACITY.since, hint: CAPACITY.sinceHint }),
    ],
    revision: raw.text['revision'],
    errors,
    idempotencyKey,
  };
}
