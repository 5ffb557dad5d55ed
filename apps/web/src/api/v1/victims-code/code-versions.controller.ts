import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { compareVersions, type CodeVersion, type StaffActor } from '#libs/domain';
import { codeVersions, openDutiesOf, PostgresUnitOfWork } from '#libs/persistence';
import { notFound } from '../../../errors/problem';
import { CurrentActor } from '../../../sign-in/current-actor.decorator';
import { ForAct } from '../../../sign-in/for-act.decorator';
import { Answers } from '../openapi/answers.decorator';
import { CompareVersionsQuery } from './code-version.dto';
import {
  CodeComparisonView,
  CodeVersionListView,
  CodeVersionView,
  differenceView,
  entitlementView,
  summaryOf,
} from './code-version.view';

/** Versions of the Victims' Code, as this service goes by them. */
@ApiTags('victims code')
@ApiBearerAuth('bearer')
@Controller('/api/v1/victims-code')
export class CodeVersionsController {
  constructor(private readonly unitOfWork: PostgresUnitOfWork) {}

  @ForAct('see-code-catalogue')
  @Answers({
    id: 'listCodeVersions',
    summary: 'Every version of the Victims’ Code that is loaded',
    type: CodeVersionListView,
  })
  @Get('/versions')
  async list(@CurrentActor() actor: StaffActor): Promise<CodeVersionListView> {
    const versions = await this.unitOfWork.read(actor, (manager) => codeVersions(manager));
    return { items: versions.map(summaryOf) };
  }

  @ForAct('see-code-catalogue')
  @Answers({
    id: 'readCodeVersion',
    summary: 'One version with its rows, and how firmly each is known',
    type: CodeVersionView,
  })
  @Get('/versions/:version')
  async read(@CurrentActor() actor: StaffActor, @Param('version') asked: string): Promise<CodeVersionView> {
    const versions = await this.unitOfWork.read(actor, (manager) => codeVersions(manager));
    const version = named(versions, asked);
    return { ...summaryOf(version), entitlements: version.entitlements.map(entitlementView) };
  }

  @ForAct('see-code-catalogue')
  @Answers({
    id: 'compareCodeVersions',
    summary: 'Two versions side by side, with how many open duties would differ',
    description: 'A duty keeps the version under which it was opened; the counts are of no case.',
    type: CodeComparisonView,
    problems: [400, 401, 404, 422],
  })
  @Get('/comparison')
  async compare(
    @CurrentActor() actor: StaffActor,
    @Query() query: CompareVersionsQuery,
  ): Promise<CodeComparisonView> {
    return this.unitOfWork.read(actor, async (manager) => {
      const versions = await codeVersions(manager);
      const [before, after] = [named(versions, query.before), named(versions, query.after)];
      const open = await openDutiesOf(manager, before.version);
      const differences = compareVersions(before, after).map((one) => differenceView(one, open));
      return { before: before.version, after: after.version, differences };
    });
  }
}

function named(versions: readonly CodeVersion[], asked: string): CodeVersion {
  const found = versions.find(({ version }) => version === asked);
  if (!found) throw notFound();
  return found;
}
