import { Controller, Get, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import type { StaffActor } from '#libs/domain';
import { codeReleaseMonths, codeReleaseOf, PostgresUnitOfWork } from '#libs/persistence';
import { notFound } from '../../../errors/problem';
import { CurrentActor } from '../../../sign-in/current-actor.decorator';
import { ForAct } from '../../../sign-in/for-act.decorator';
import { Answers } from '../openapi/answers.decorator';
import { CodeFiguresQuery } from './code-figures.query.dto';
import { CodeFiguresView, codeFiguresView } from './code-figures.view';

@ApiTags('figures')
@ApiBearerAuth('bearer')
@Controller('/api/v1/figures/victims-code')
export class CodeFiguresController {
  constructor(private readonly unitOfWork: PostgresUnitOfWork) {}

  @ForAct('see-code-figures')
  @Answers({
    id: 'readCodeFigures',
    summary: 'What became of the entitlements under the Victims’ Code that a quarter opened',
    description:
      'Published once, a month after the quarter. A count from 1 to 7 is hidden and others are rounded to the nearest 5; where a total would give a hidden count away, another count is hidden too.',
    type: CodeFiguresView,
    problems: [400, 401, 404, 422],
  })
  @Get()
  read(@CurrentActor() actor: StaffActor, @Query() { quarter }: CodeFiguresQuery): Promise<CodeFiguresView> {
    return this.unitOfWork.read(actor, async (manager) => {
      const [newest] = await codeReleaseMonths(manager);
      const month = quarter ?? newest;
      const release = month === undefined ? null : await codeReleaseOf(manager, month);
      if (release === null && quarter !== undefined) throw notFound();
      return codeFiguresView(release);
    });
  }
}
