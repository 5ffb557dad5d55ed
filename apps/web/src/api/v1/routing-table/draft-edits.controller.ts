import { Body, Controller, Param, Post, UseInterceptors } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { ChangeRoutingDraft, type ChangeDraftInput, type Repeatable } from '#libs/casework';
import type { RoutingDraftId, StaffActor } from '#libs/domain';
import { IfMatch } from '../../../request-reading/entity-tag';
import { SafeIdPipe } from '../../../request-reading/strict-body.pipe';
import { CurrentActor } from '../../../sign-in/current-actor.decorator';
import { ForAct } from '../../../sign-in/for-act.decorator';
import { ActAnswers } from '../openapi/answers.decorator';
import { done } from '../requests/done';
import { NoBody } from '../requests/no-body.interceptor';
import { RepeatableAct } from '../requests/repeatable-act.decorator';
import { DRAFT_REFUSALS } from './routing-draft.copy';
import {
  ChangeRoutingRuleBody,
  ChangeWindowBody,
  MoveRoutingRuleBody,
  RemoveRoutingRuleBody,
} from './routing-draft.dto';
import { RoutingDraftKeptView } from './routing-draft.view';
import { RoutingRuleBody } from './rule.dto';
import { ruleIn } from './rule-input';

const KEPT = { type: RoutingDraftKeptView, ifMatch: true } as const;

/** One change of a draft at a time: a rule, the order, a window, or the whole draft thrown away. */
@ApiTags('routing')
@ApiBearerAuth('bearer')
@Controller('/api/v1/routing-drafts/:id')
export class DraftEditsController {
  constructor(private readonly changeDraft: ChangeRoutingDraft) {}

  @ForAct('propose-change')
  @ActAnswers({ ...KEPT, id: 'addRoutingRule', summary: 'Add a rule at the end', status: 201 })
  @Post('/rules')
  add(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: string,
    @RepeatableAct() repeatable: Repeatable,
    @IfMatch() revision: number,
    @Body() body: RoutingRuleBody,
  ): Promise<RoutingDraftKeptView> {
    return this.edit(actor, { id, revision, edit: { kind: 'add', rule: ruleIn(body) } }, repeatable);
  }

  @ForAct('propose-change')
  @ActAnswers({ ...KEPT, id: 'changeRoutingRule', summary: 'Change a rule as a whole' })
  @Post('/rules/change')
  change(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: string,
    @RepeatableAct() repeatable: Repeatable,
    @IfMatch() revision: number,
    @Body() { ruleId, ...body }: ChangeRoutingRuleBody,
  ): Promise<RoutingDraftKeptView> {
    const edit = { kind: 'change', rule: { ...ruleIn(body), id: ruleId } } as const;
    return this.edit(actor, { id, revision, edit }, repeatable);
  }

  @ForAct('propose-change')
  @ActAnswers({ ...KEPT, id: 'moveRoutingRule', summary: 'Move a rule up or down by one' })
  @Post('/rules/move')
  move(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: string,
    @RepeatableAct() repeatable: Repeatable,
    @IfMatch() revision: number,
    @Body() { ruleId, by }: MoveRoutingRuleBody,
  ): Promise<RoutingDraftKeptView> {
    return this.edit(actor, { id, revision, edit: { kind: 'move', ruleId, by } }, repeatable);
  }

  @ForAct('propose-change')
  @ActAnswers({ ...KEPT, id: 'removeRoutingRule', summary: 'Take a rule out' })
  @Post('/rules/remove')
  remove(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: string,
    @RepeatableAct() repeatable: Repeatable,
    @IfMatch() revision: number,
    @Body() { ruleId }: RemoveRoutingRuleBody,
  ): Promise<RoutingDraftKeptView> {
    return this.edit(actor, { id, revision, edit: { kind: 'remove', ruleId } }, repeatable);
  }

  @ForAct('propose-change')
  @ActAnswers({ ...KEPT, id: 'changeRoutingWindow', summary: 'Change a forensic or health window' })
  @Post('/windows/change')
  window(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: string,
    @RepeatableAct() repeatable: Repeatable,
    @IfMatch() revision: number,
    @Body() { windowId, hours, mark, text }: ChangeWindowBody,
  ): Promise<RoutingDraftKeptView> {
    const edit = { kind: 'window', windowId, hours, source: { mark, text: text.trim() } } as const;
    return this.edit(actor, { id, revision, edit }, repeatable);
  }

  @ForAct('propose-change')
  @UseInterceptors(NoBody)
  @ActAnswers({ ...KEPT, id: 'dropRoutingDraft', summary: 'Throw a draft away' })
  @Post('/drop')
  drop(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: string,
    @RepeatableAct() repeatable: Repeatable,
    @IfMatch() revision: number,
  ): Promise<RoutingDraftKeptView> {
    return this.edit(actor, { id, revision, edit: { kind: 'drop' } }, repeatable);
  }

  private async edit(
    actor: StaffActor,
    { id, ...change }: { readonly id: string } & Omit<ChangeDraftInput, 'draftId'>,
    repeatable: Repeatable,
  ): Promise<RoutingDraftKeptView> {
    const input = { draftId: id as RoutingDraftId, ...change };
    done(await this.changeDraft.execute(actor, input, repeatable), DRAFT_REFUSALS);
    return { draftId: id };
  }
}
