import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { KeepService, type KeepServiceOutcome } from '#libs/casework';
import { changedParts, type StaffActor } from '#libs/domain';
import { notFound, Problem, type FieldError } from '../../errors/problem';
import { readFields } from '../../request-reading/read-fields';
import { ServerKey } from '../../security/server-key';
import { Pages } from '../../views/pages';
import { resultOfForm } from '../form-acts/form-act';
import { leaveNotice } from '../notices/notice';
import { readRevision } from '../stale-forms/read-revision';
import { DirectoryReading, type ServiceRead } from './directory-reading';
import type { PartRaw } from './form-sheet';
import type { PartForm } from './part-form';
import { partPage } from './part.page';
import type { ServicePart } from './parts/service-part';
import { FAULTS, FORM, KEEP_REASONS } from './service-form.copy';
import { PART_WORDS } from './words.copy';

const TEMPLATE = 'pages/directory/part.njk';
const ENDING = ['reason', 'revision', 'step'];

/** The way of every change of a part: read, say what to put right, keep it as a version, go back to the service. */
@Injectable()
export class PartFlow {
  constructor(
    private readonly pages: Pages,
    private readonly reading: DirectoryReading,
    private readonly keepService: KeepService,
    private readonly serverKey: ServerKey,
  ) {}

  open(reply: FastifyReply, form: PartForm): Promise<FastifyReply> {
    const { text, ticks } = form.part.rawOf(form.read.service);
    const raw = { text: { ...text, reason: '', revision: String(form.read.service.version) }, ticks };
    return this.draw(reply, form, { raw, errors: [] });
  }

  async post(
    actor: StaffActor,
    { request, reply }: { request: FastifyRequest; reply: FastifyReply },
    form: PartForm,
  ): Promise<FastifyReply> {
    const { part, read, without } = form;
    const { raw, errors: unclean, idempotencyKey } = readPart(request.body, part);
    const { service } = read;
    const version = readRevision(raw.text['revision'] ?? '');
    if (version !== service.version) throw staleSince(read, version);
    const reason = KEEP_REASONS.find(({ value }) => value === raw.text['reason'])?.value;
    const about = this.reading.about(read, service.agencyId);
    const removes = raw.text['step'] === 'remove' && without !== null;
    const typed = removes ? { kind: 'read' as const, draft: without } : part.read(raw, service, about);
    const errors = [
      ...unclean,
      ...(typed.kind === 'wrong' ? typed.errors : []),
      ...(reason === undefined ? [{ field: 'reason', message: FORM.reasonMissing }] : []),
    ];
    const again = (wrong: readonly FieldError[]) =>
      this.draw(reply, form, { raw, errors: wrong, idempotencyKey });
    if (typed.kind === 'wrong' || reason === undefined || errors.length > 0) return again(errors);
    const act = this.serverKey.repeatable('form', { request, key: idempotencyKey, content: raw });
    const change = { kind: 'edit', serviceId: service.id, version, draft: typed.draft, reason } as const;
    const outcome = resultOfForm(await this.keepService.execute(actor, change, act));
    return this.answer(outcome, { request, reply, form, again });
  }

  private async answer(
    outcome: KeepServiceOutcome,
    options: {
      request: FastifyRequest;
      reply: FastifyReply;
      form: PartForm;
      again: (errors: readonly FieldError[]) => Promise<FastifyReply>;
    },
  ): Promise<FastifyReply> {
    const { request, reply, form, again } = options;
    switch (outcome.kind) {
      case 'kept':
        leaveNotice(request, { title: FORM.saved, lines: [FORM.savedLine] });
        return this.pages.redirect(reply, `/directory/services/${outcome.serviceId}`);
      case 'faulty':
        return again(faultErrors(outcome.faults, form.part));
      case 'stale':
        throw new Problem('conflict', { detail: FORM.stale('') });
      case 'refused':
      case 'not-found':
        throw notFound();
    }
  }

  private draw(
    reply: FastifyReply,
    form: PartForm,
    sent: { raw: PartRaw; errors: readonly FieldError[]; idempotencyKey?: string },
  ): Promise<FastifyReply> {
    const about = this.reading.about(form.read, form.read.service.agencyId);
    const page = partPage(form, about, sent);
    return this.pages.show(reply, TEMPLATE, page, sent.errors.length === 0 ? 200 : 400);
  }
}

/** A form's body by the names of its part, with the ending that every part has. */
export function readPart(body: unknown, part: Pick<ServicePart, 'single' | 'lists'>) {
  const single = [...part.single, ...ENDING];
  const { raw, errors, idempotencyKey } = readFields<string, string>(body, { single, lists: part.lists });
  const fields = raw as Readonly<Record<string, string | readonly string[]>>;
  const text = Object.fromEntries(single.map((name) => [name, String(fields[name] ?? '')]));
  const ticks = Object.fromEntries(part.lists.map((name) => [name, [fields[name] ?? []].flat()]));
  return { raw: { text, ticks } satisfies PartRaw, errors, idempotencyKey };
}

/** The sentence of each fault at its field, or at the reason where this form does not ask for that. */
export function faultErrors(
  faults: readonly (keyof typeof FAULTS)[],
  part: Pick<ServicePart, 'single' | 'lists'>,
): readonly FieldError[] {
  const fields = new Set([...part.single, ...part.lists]);
  return faults.map((fault) => {
    const { sentence, field = 'reason' } = FAULTS[fault];
    return { field: fields.has(field) ? field : 'reason', message: sentence };
  });
}

/** What somebody else changed since the form was drawn, part by part. */
export function staleSince({ versions, service }: ServiceRead, version: number): Problem {
  const read = versions.find((line) => line.service.version === version)?.service;
  const parts = read === undefined ? [] : changedParts(read, service);
  return new Problem('conflict', { detail: FORM.stale(parts.map((part) => PART_WORDS[part]).join(', ')) });
}
