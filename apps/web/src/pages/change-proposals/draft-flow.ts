import { Inject, Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ProposeChange, type ChangeInput, type ProposeOutcome } from '#libs/casework';
import type { StaffActor } from '#libs/domain';
import { PostgresUnitOfWork } from '#libs/persistence';
import { notFound, type FieldError } from '../../errors/problem';
import { refusalErrors } from '../../errors/refusal';
import { ServerKey } from '../../security/server-key';
import { WEB_SETTINGS, type WebSettings } from '../../settings';
import { Pages } from '../../views/pages';
import { resultOfForm } from '../form-acts/form-act';
import { leaveNotice } from '../notices/notice';
import { DRAFT, SENT } from './draft.copy';
import type { DraftForm } from './draft.form';
import { draftPreviewPage } from './draft-preview.page';
import { FAULTS, PROPOSE_REFUSALS, UNKNOWN_FAULT } from './proposal.copy';
import { proposalViewOf } from './proposal-views';

const TEMPLATE = 'pages/change-proposals/draft-preview.njk';

/** A form as it was sent, to be drawn again. */
export interface SentForm<Raw> {
  readonly raw: Raw;
  readonly idempotencyKey: string;
  readonly errors: readonly FieldError[];
}

export type DrawForm<Raw> = (sent: SentForm<Raw>, status: number) => Promise<FastifyReply>;

export interface Draft<Raw> {
  readonly form: DraftForm<Raw>;
  /** Where the form stands and goes. */
  readonly path: string;
  readonly draw: DrawForm<Raw>;
  /** Where this form asks for what a fault is about, when its fields have names of their own. */
  readonly fields?: Readonly<Record<string, string>>;
}

type NotProposed = Exclude<ProposeOutcome, { kind: 'proposed' }>;

/** A draft of a change is seen before it is sent: answers, then what they would change, then off to a second person. */
@Injectable()
export class DraftFlow {
  constructor(
    private readonly pages: Pages,
    private readonly work: PostgresUnitOfWork,
    private readonly proposeChange: ProposeChange,
    private readonly serverKey: ServerKey,
    @Inject(WEB_SETTINGS) private readonly settings: WebSettings,
  ) {}

  async post<Raw extends Readonly<Record<string, string>>>(
    actor: StaffActor,
    { request, reply }: { request: FastifyRequest; reply: FastifyReply },
    draft: Draft<Raw>,
  ): Promise<FastifyReply> {
    const { form } = draft;
    if (form.step === 'change') return drawAgain(draft, [], 200);
    if (form.kind === 'invalid') return drawAgain(draft, form.errors);
    if (form.step === 'preview') return this.preview(actor, reply, { ...draft, input: form.input });
    const act = this.serverKey.repeatable('form', { request, key: form.idempotencyKey, content: form.raw });
    const outcome = resultOfForm(await this.proposeChange.execute(actor, form.input, act));
    if (outcome.kind !== 'proposed') return drawAgain(draft, errorsOf(outcome, draft));
    leaveNotice(request, SENT);
    return this.pages.redirect(reply, `/proposals/${outcome.proposalId}`);
  }

  private async preview<Raw extends Readonly<Record<string, string>>>(
    actor: StaffActor,
    reply: FastifyReply,
    draft: Draft<Raw> & { readonly input: ChangeInput },
  ): Promise<FastifyReply> {
    const { input, form, path } = draft;
    const wrong = await this.proposeChange.check(actor, input);
    if (wrong !== null) return drawAgain(draft, errorsOf(wrong, draft));
    const view = proposalViewOf(input.kind);
    const { timezone } = this.settings.area;
    const page = await this.work.read(actor, async (manager, now) =>
      draftPreviewPage({
        title: view.title(input.subject),
        input,
        changes: await view.changes(manager, input, { now, timezone }),
        sections: await view.preview(manager, input, { now, timezone }),
        hidden: Object.entries(form.raw),
        idempotencyKey: form.idempotencyKey,
        path,
        now,
        timezone,
      }),
    );
    return this.pages.show(reply, TEMPLATE, { ...page, ...DRAFT });
  }
}

function drawAgain<Raw>(
  { form: { raw, idempotencyKey }, draw }: Draft<Raw>,
  errors: readonly FieldError[],
  status = 400,
): Promise<FastifyReply> {
  return draw({ raw, idempotencyKey, errors }, status);
}

function errorsOf<Raw>(outcome: NotProposed, { fields = {} }: Draft<Raw>): readonly FieldError[] {
  switch (outcome.kind) {
    case 'not-found':
      throw notFound();
    case 'refused':
      return refusalErrors(outcome, PROPOSE_REFUSALS, 'reason');
    case 'impossible':
      return outcome.faults.map((fault) => {
        const { sentence, field } = FAULTS[fault] ?? UNKNOWN_FAULT;
        return { field: fields[field] ?? field, message: sentence };
      });
  }
}
