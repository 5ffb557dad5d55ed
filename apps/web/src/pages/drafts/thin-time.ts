import { Injectable } from '@nestjs/common';
import { PreviewPromise } from '#libs/casework';
import { thinLimbs, type Instant, type Source, type StaffActor } from '#libs/domain';

/** Which limbs of the promise would be past or nearly past if this were sent now. */
@Injectable()
export class ThinTime {
  constructor(private readonly previewPromise: PreviewPromise) {}

  async of(
    actor: StaffActor,
    { source, reportedAt }: { readonly source: Source; readonly reportedAt: Instant },
  ): Promise<ReturnType<typeof thinLimbs>> {
    const preview = await this.previewPromise.execute(actor, { source, startedAt: reportedAt });
    return preview.kind === 'preview' ? thinLimbs(preview.limbs, preview.now) : [];
  }
}
