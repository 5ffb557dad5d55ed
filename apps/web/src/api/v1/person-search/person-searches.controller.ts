import { Body, Controller, Get, Inject, Param, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import {
  AnswerSearch,
  BeginSearch,
  LinkSearched,
  ShowSearch,
  type Repeatable,
  type SearchAnswer,
} from '#libs/casework';
import { localDate, type CaseId, type PersonSearchId, type ReferralId, type StaffActor } from '#libs/domain';
import { PostgresUnitOfWork } from '#libs/persistence';
import { invalidInput, Problem } from '../../../errors/problem';
import { doorsFor } from '../../../pages/doors/doors';
import { IdempotencyKey } from '../../../request-reading/idempotency-key';
import { SafeIdPipe } from '../../../request-reading/strict-body.pipe';
import { WEB_SETTINGS, type WebSettings } from '../../../settings';
import { CurrentActor } from '../../../sign-in/current-actor.decorator';
import { ForAct } from '../../../sign-in/for-act.decorator';
import { ActAnswers, Answers } from '../openapi/answers.decorator';
import { done, doneIn } from '../requests/done';
import { UNREADABLE } from '../requests/refusal.copy';
import { RepeatableAct } from '../requests/repeatable-act.decorator';
import { searchFacts } from './search-facts';
import { LINK_REFUSALS, SEARCH_ERRORS, SEARCH_REFUSALS } from './search.copy';
import { AnswerSearchBody, BeginSearchBody, LinkSearchedBody } from './search.dto';
import {
  PersonSearchView,
  personSearchView,
  SearchAnsweredView,
  SearchBegunView,
  SearchLinkedView,
} from './search.view';

/** Looking somebody up: what is looked for is posted, and who may be them stands under an id of the searcher's own. */
@ApiTags('person searches')
@ApiBearerAuth('bearer')
@Controller('/api/v1/person-searches')
export class PersonSearchesController {
  constructor(
    private readonly unitOfWork: PostgresUnitOfWork,
    private readonly beginSearch: BeginSearch,
    private readonly showSearch: ShowSearch,
    private readonly answerSearch: AnswerSearch,
    private readonly linkSearched: LinkSearched,
    @Inject(WEB_SETTINGS) private readonly settings: WebSettings,
  ) {}

  @ForAct('search-people')
  @ActAnswers({
    id: 'beginPersonSearch',
    summary: 'Begin to look for somebody',
    description: 'Nobody is shown yet: read the search for that.',
    type: SearchBegunView,
    status: 201,
  })
  @Post()
  async begin(
    @CurrentActor() actor: StaffActor,
    @RepeatableAct() repeatable: Repeatable,
    @Body() body: BeginSearchBody,
  ): Promise<SearchBegunView> {
    const now = await this.unitOfWork.read(actor, (_, at) => Promise.resolve(at));
    const facts = searchFacts(body, localDate(now, this.settings.area.timezone));
    const door = doorsFor(actor).find(({ key }) => key === body.door)?.key ?? null;
    if (body.door !== undefined && door === null) {
      throw invalidInput([{ field: 'door', message: SEARCH_ERRORS.door }]);
    }
    const begun = done(await this.beginSearch.execute(actor, { facts, door }, repeatable), SEARCH_REFUSALS);
    return { id: begun.searchId };
  }

  @ForAct('search-people')
  @Answers({
    id: 'readPersonSearch',
    summary: 'Who may be the person whom you look for',
    description: 'Everybody who is shown is written to the access log before the answer leaves.',
    type: PersonSearchView,
    problems: [400, 401, 404, 409, 503],
  })
  @Get('/:id')
  async read(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: string,
  ): Promise<PersonSearchView> {
    const outcome = await this.showSearch.execute(actor, id as PersonSearchId);
    const shown = doneIn(outcome, { unreadable: UNREADABLE });
    if (shown.kind === 'expired') {
      throw new Problem('conflict', { detail: SEARCH_ERRORS.ended, reason: 'search-ended' });
    }
    return personSearchView(shown);
  }

  @ForAct('search-people')
  @ActAnswers({
    id: 'answerPersonSearch',
    summary: 'Say who it is',
    description: 'After same-report there is no new referral: the case notes that it was told again.',
    type: SearchAnsweredView,
  })
  @Post('/:id/answer')
  async answer(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: string,
    @RepeatableAct() repeatable: Repeatable,
    @Body() body: AnswerSearchBody,
  ): Promise<SearchAnsweredView> {
    const input = { searchId: id as PersonSearchId, answer: answerOf(body) };
    done(await this.answerSearch.execute(actor, input, repeatable), {});
    return { id, answer: body.answer, caseId: body.caseId ?? null };
  }

  /** Sent again, it is linked already: doing it twice is doing it once. */
  @ForAct('search-people')
  @ActAnswers({
    id: 'linkSearchedPerson',
    summary: 'Link the person of a new referral with the one who was chosen in the search',
    type: SearchLinkedView,
  })
  @Post('/:id/link')
  async link(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: string,
    @IdempotencyKey() _key: string,
    @Body() { referralId }: LinkSearchedBody,
  ): Promise<SearchLinkedView> {
    const searchId = id as PersonSearchId;
    const input = { searchId, referralId: referralId as ReferralId };
    const linked = doneIn(await this.linkSearched.execute(actor, input), LINK_REFUSALS);
    return { matchId: linked.reviewId };
  }
}

function answerOf({ answer, caseId }: AnswerSearchBody): SearchAnswer {
  if (answer !== 'new') return { kind: answer, caseId: caseId as CaseId };
  if (caseId === undefined) return { kind: answer };
  throw invalidInput([{ field: 'caseId', message: SEARCH_ERRORS.notWithNew }]);
}
