import { mayDo, type ImportedService, type StaffActor } from '#libs/domain';
import { NOT_FOUND, type NotFound } from '../outcome';
import type { Ids, Once, Repeatable, UnitOfWork } from '../ports';
import type { FileOf, ImportReply } from './import-reply';
import { ImportRun } from './import-run';

export interface ImportServicesInput {
  readonly fileOf: FileOf;
  /** The day in the zone of the area. */
  readonly today: string;
  /** Those of a file that its schema has passed, each with its place in the file. */
  readonly rows: readonly { readonly place: number; readonly imported: ImportedService }[];
  /** Says what would happen and changes nothing. */
  readonly dryRun: boolean;
}

export type ImportOutcome =
  { readonly kind: 'imported'; readonly replies: readonly ImportReply[] } | NotFound;

/**
 * Takes services out of a file, record by record: one that cannot be kept is refused and says why, and the others are
 * kept all the same. A dry run answers alike and writes nothing.
 */
export class ImportServices {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ids: Ids,
  ) {}

  execute(
    actor: StaffActor,
    { rows, fileOf, today, dryRun }: ImportServicesInput,
    repeatable: Repeatable,
  ): Promise<Once<ImportOutcome>> {
    return this.unitOfWork.once<ImportOutcome>(
      { actor, repeatable, keep: ({ kind }) => kind === 'imported' && !dryRun },
      async (tx) => {
        if (!mayDo(actor, 'keep-directory')) return NOT_FOUND;
        const districts = await tx.directory.districts();
        const run = new ImportRun(tx, { ids: this.ids, dryRun, fileOf, today, districts });
        const replies: ImportReply[] = [];
        for (const { place, imported } of rows) replies.push({ place, ...(await run.take(imported)) });
        return { kind: 'imported', replies };
      },
    );
  }
}
