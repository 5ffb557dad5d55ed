import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { SaveDraft } from '#libs/casework';
import {
  changedAnswers,
  DRAFT_STEPS,
  draftExpiry,
  type DraftId,
  type DraftStep,
  type StaffActor,
} from '#libs/domain';
import { Pages } from '../../views/pages';
import { answerInWords } from './answer-words';
import { CHECK } from './check-steps';
import { draftGone, draftUnreadable } from './draft-problems';
import { promptsOf } from './draft-prompts';
import { DraftReading } from './draft-reading';
import { ANSWER_NAMES } from './draft.copy';
import { rawOf } from './step-fields';
import type { StepForm } from './step.form';
import { stepPage } from './step.page';

interface Posted<Step extends DraftStep> {
  readonly actor: StaffActor;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly draftId: DraftId;
  readonly step: Step;
  readonly form: StepForm<Step>;
}

/** Saves a step first and reads it afterwards: what was typed is kept, with its mistakes, whatever comes next. */
@Injectable()
export class SaveStep {
  constructor(
    private readonly pages: Pages,
    private readonly saveDraft: SaveDraft,
    private readonly reading: DraftReading,
  ) {}

  async andGoOn<Step extends DraftStep>(posted: Posted<Step>): Promise<FastifyReply> {
    const { actor, reply, draftId, step, form } = posted;
    const { raw: answers, basedOn } = form;
    const saved = await this.saveDraft.execute(actor, { draftId, step, answers, basedOn });
    switch (saved.kind) {
      case 'sent':
        return this.reading.alreadySent(posted, saved);
      case 'not-found':
        throw draftGone();
      case 'refused':
        if (saved.reason === 'unreadable') throw draftUnreadable();
        return this.showWhatChanged(posted);
      case 'saved':
    }
    const path = `/referrals/drafts/${draftId}`;
    if (form.wants === 'cover') return this.pages.redirect(reply, `/cover?back=${path}/${step}`);
    const context = this.reading.contextAt(saved.now);
    const errors = [...form.unclean, ...CHECK[step](form.raw, context).errors].filter(
      ({ field }, place, all) => all.findIndex((other) => other.field === field) === place,
    );
    if (errors.length === 0) return this.pages.redirect(reply, `${path}/${nextOf(step, form)}`);
    const draft = { id: draftId, expiresAt: draftExpiry(saved.now) };
    const rest = { step, raw: form.raw, errors, draft, revision: saved.revision } as const;
    const page = stepPage(
      { ...rest, after: form.after, prompts: [], changed: null },
      { pack: this.reading.pack, now: saved.now },
    );
    return this.pages.show(reply, 'pages/drafts/step.njk', page, 400);
  }

  /** Two windows on one step: nothing is overwritten until the officer has seen what the other one says. */
  private async showWhatChanged<Step extends DraftStep>(posted: Posted<Step>): Promise<FastifyReply> {
    const { actor, reply, draftId, step, form } = posted;
    const opened = await this.reading.open(actor, draftId);
    if (opened.kind === 'sent') return this.reading.alreadySent(posted, opened);
    const { contents, draft, now } = opened;
    const context = this.reading.contextAt(now);
    const saved = rawOf(step, contents[step]?.answers ?? {});
    const changed = changedAnswers(saved, form.raw)
      .filter((name) => name in ANSWER_NAMES)
      .map((name) => ({
        label: ANSWER_NAMES[name] ?? name,
        saved: answerInWords(name, saved, { pack: this.reading.pack, context }),
      }));
    const prompts = promptsOf(contents, context, this.reading.pack.sarcLine);
    const page = stepPage(
      {
        step,
        raw: form.raw,
        errors: [],
        draft,
        revision: draft.revision,
        after: form.after,
        prompts,
        changed,
      },
      { pack: this.reading.pack, now },
    );
    return this.pages.show(reply, 'pages/drafts/step.njk', page, 409);
  }
}

function nextOf<Step extends DraftStep>(step: Step, { after, raw }: StepForm<Step>): string {
  if ('agreement' in raw && (raw.agreement === 'not-now' || raw.agreement === 'no')) return 'declined';
  if (after === 'check') return 'check';
  return DRAFT_STEPS[DRAFT_STEPS.indexOf(step) + 1] ?? 'check';
}
