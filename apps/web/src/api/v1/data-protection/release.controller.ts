import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { DecideRelease, StateRelease, type Repeatable } from '#libs/casework';
import type { InformationRequestId, StaffActor } from '#libs/domain';
import { RELEASE_REFUSALS } from '../../../pages/data-protection/release.copy';
import { IfMatch } from '../../../request-reading/entity-tag';
import { SafeIdPipe } from '../../../request-reading/strict-body.pipe';
import { CurrentActor } from '../../../sign-in/current-actor.decorator';
import { ForAct } from '../../../sign-in/for-act.decorator';
import { ActAnswers } from '../openapi/answers.decorator';
import { done } from '../requests/done';
import { inBody } from '../requests/in-body';
import { UNREADABLE } from '../requests/refusal.copy';
import { RepeatableAct } from '../requests/repeatable-act.decorator';
import { InformationRequestView } from './information-request.view';
import { DecideReleaseBody, StateReleaseBody, type StatedTestsBody } from './release.dto';
import { RequestDesk } from './request-desk';

const REFUSALS = { ...inBody(RELEASE_REFUSALS, {}), unreadable: UNREADABLE };

/** Requests of police and courts for a person's information: every test stated, and a second person. */
@ApiTags('data protection')
@ApiBearerAuth('bearer')
@Controller('/api/v1/information-requests/:id/release')
export class ReleaseController {
  constructor(
    private readonly desk: RequestDesk,
    private readonly stateRelease: StateRelease,
    private readonly decideRelease: DecideRelease,
  ) {}

  @ForAct('keep-data-requests')
  @ActAnswers({
    id: 'stateRelease',
    summary: 'Write down what a request states, whom we told and what would be released',
    description: 'The whole of it, in place of what stood there. What is missing is on the request.',
    type: InformationRequestView,
    ifMatch: true,
  })
  @Post()
  async state(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: string,
    @RepeatableAct() repeatable: Repeatable,
    @IfMatch() revision: number,
    @Body() { stated, notification, view, ...body }: StateReleaseBody,
  ): Promise<InformationRequestView> {
    const requestId = id as InformationRequestId;
    const told = { notification: notification ?? null, view: view ?? null };
    const input = { ...body, ...told, stated: wordsIn(stated), requestId, revision };
    done(await this.stateRelease.execute(actor, input, repeatable), REFUSALS);
    return this.desk.standing(actor, id);
  }

  @ForAct('decide-release')
  @ActAnswers({
    id: 'decideRelease',
    summary: 'Propose a release, approve it or send it back',
    description: 'Nobody approves what they proposed themselves.',
    type: InformationRequestView,
    ifMatch: true,
  })
  @Post('/decision')
  async decide(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: string,
    @RepeatableAct() repeatable: Repeatable,
    @IfMatch() revision: number,
    @Body() { decision }: DecideReleaseBody,
  ): Promise<InformationRequestView> {
    const input = { requestId: id as InformationRequestId, revision, decision };
    done(await this.decideRelease.execute(actor, input, repeatable), REFUSALS);
    return this.desk.standing(actor, id);
  }
}

/** The tests that were stated: a key that was not sent is there, and has nothing to say. */
function wordsIn(stated: StatedTestsBody): Readonly<Record<string, string>> {
  const entries = Object.entries(stated) as [string, string | undefined][];
  return Object.fromEntries(
    entries.flatMap(([test, words]) => (words === undefined ? [] : [[test, words.trim()]])),
  );
}
