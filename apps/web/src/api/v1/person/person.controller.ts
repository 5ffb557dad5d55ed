import { Controller, Get, Inject, Param } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { OpenCase } from '#libs/casework';
import { localDate, type CaseId, type StaffActor } from '#libs/domain';
import {
  assessmentsOfCase,
  competenceOfCase,
  personOfCase,
  PostgresUnitOfWork,
  safeguardingOfCase,
} from '#libs/persistence';
import { notFound } from '../../../errors/problem';
import { SafeIdPipe } from '../../../request-reading/strict-body.pipe';
import { WEB_SETTINGS, type WebSettings } from '../../../settings';
import { CurrentActor } from '../../../sign-in/current-actor.decorator';
import { ForAct } from '../../../sign-in/for-act.decorator';
import { Answers } from '../openapi/answers.decorator';
import { PersonView, personView } from './person.view';

@ApiTags('safeguarding')
@ApiBearerAuth('bearer')
@Controller('/api/v1/cases/:id/person')
export class PersonController {
  constructor(
    private readonly unitOfWork: PostgresUnitOfWork,
    private readonly openCase: OpenCase,
    @Inject(WEB_SETTINGS) private readonly settings: WebSettings,
  ) {}

  /** A birthday is read from the identity, so the access row is committed first (P8). */
  @ForAct('see-person')
  @Answers({
    id: 'readPersonOfCase',
    summary: 'How old the person is, what that asks for, and who sees to their safety',
    description: 'Each reading is written to the access log before the answer leaves.',
    type: PersonView,
  })
  @Get()
  async read(@CurrentActor() actor: StaffActor, @Param('id', SafeIdPipe) id: string): Promise<PersonView> {
    const caseId = id as CaseId;
    const opened = await this.openCase.execute(actor, caseId);
    if (opened.kind === 'not-found') throw notFound();
    return this.unitOfWork.read(actor, async (manager, now) => {
      const person = await personOfCase(manager, caseId);
      if (person === null) throw notFound();
      const tasks = await safeguardingOfCase(manager, caseId);
      const competence = await competenceOfCase(manager, caseId);
      const assessments = await assessmentsOfCase(manager, caseId);
      const bornOn = opened.identity?.bornOn ?? null;
      const found = { person, tasks, competence, assessments, bornOn };
      const today = localDate(now, this.settings.area.timezone);
      return personView(id, found, { actor, now, today });
    });
  }
}
