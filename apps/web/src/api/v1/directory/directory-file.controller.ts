import { Body, Controller, Get, Inject, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { ImportServices, type FileOf, type ImportReply, type Repeatable } from '#libs/casework';
import { directoryFile, readDirectoryFile, type AreaPack, type FileRecord } from '#libs/config';
import type { AgencyId, StaffActor } from '#libs/domain';
import { AREA_PACK } from '../../../casework/tokens';
import { invalidInput } from '../../../errors/problem';
import { EXCHANGE, IMPORT_REFUSALS } from '../../../pages/directory/exchange.copy';
import { FAULTS } from '../../../pages/directory/service-form.copy';
import { CurrentActor } from '../../../sign-in/current-actor.decorator';
import { ForAct } from '../../../sign-in/for-act.decorator';
import { ActAnswers, Answers } from '../openapi/answers.decorator';
import { done } from '../requests/done';
import { RepeatableAct } from '../requests/repeatable-act.decorator';
import {
  DirectoryFileView,
  ImportDirectoryBody,
  ImportRepliesView,
  type ImportReplyView,
} from './directory-file.dto';
import { ServiceReader } from './service-reader';

/** The directory as a file of Open Referral UK, out and in. */
@ApiTags('services')
@ApiBearerAuth('bearer')
@Controller('/api/v1/directory-file')
export class DirectoryFileController {
  constructor(
    private readonly services: ServiceReader,
    private readonly importServices: ImportServices,
    @Inject(AREA_PACK) private readonly pack: AreaPack,
  ) {}

  @ForAct('keep-directory')
  @Answers({
    id: 'exportDirectory',
    summary: 'The whole directory as Open Referral UK',
    type: DirectoryFileView,
    problems: [401, 404],
  })
  @Get()
  async export(@CurrentActor() actor: StaffActor): Promise<DirectoryFileView> {
    const { services, agencyName } = await this.services.all(actor);
    return directoryFile(services, { pack: this.pack, agencyName }).file;
  }

  @ForAct('keep-directory')
  @ActAnswers({
    id: 'importDirectory',
    summary: 'Take in a file of Open Referral UK, record by record',
    description:
      'What can be kept is kept whatever the others are. A file confirms no district, and closes and opens no service.',
    type: ImportRepliesView,
  })
  @Post()
  async import(
    @CurrentActor() actor: StaffActor,
    @RepeatableAct() repeatable: Repeatable,
    @Body() { fileOf, file, dryRun }: ImportDirectoryBody,
  ): Promise<ImportRepliesView> {
    const { today } = await this.services.all(actor);
    const read = readDirectoryFile(file, this.pack, today);
    if (read.kind === 'unreadable')
      throw invalidInput([{ field: 'file', message: EXCHANGE.unreadable[read.reason] }]);
    const rows = read.records.flatMap((record) =>
      record.kind === 'sound' ? [{ place: record.place, imported: record.imported }] : [],
    );
    const input = { rows, fileOf: whose(fileOf), today, dryRun };
    const { replies } = done(await this.importServices.execute(actor, input, repeatable), {});
    const byPlace = new Map(replies.map((reply) => [reply.place, reply]));
    return { replies: read.records.map((record) => replyView(record, byPlace.get(record.place))) };
  }
}

function whose(fileOf: string): FileOf {
  if (fileOf === 'new') return { kind: 'new-provider' };
  return fileOf === 'many' ? { kind: 'many' } : { kind: 'provider', agencyId: fileOf as AgencyId };
}

function replyView(record: FileRecord, reply: ImportReply | undefined): ImportReplyView {
  const { place } = record;
  const none = { place, serviceId: null, parts: [], toConfirm: [], stateDiffers: false, refused: [] };
  if (record.kind === 'faulty' || reply === undefined)
    return { ...none, answer: 'refused', refused: record.kind === 'faulty' ? record.faults : [] };
  if (reply.kind === 'refused') {
    const refused =
      reply.reason === 'faulty'
        ? reply.faults.map((fault) => FAULTS[fault].sentence)
        : [IMPORT_REFUSALS[reply.reason]];
    return { ...none, answer: 'refused', refused };
  }
  const { serviceId, toConfirm, stateDiffers } = reply;
  const parts = reply.kind === 'changed' ? reply.parts : [];
  return { ...none, answer: reply.kind, serviceId, parts, toConfirm, stateDiffers };
}
