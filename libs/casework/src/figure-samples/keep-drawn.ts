import type { FigureSample, UserId } from '#libs/domain';
import type { FigureCases, SealAtDraw, Transaction } from '../ports';
import { drawnEvent } from './figure-sample-events';

/** Draws the cases, keeps them word for word and tells the journal how many and what their hash is. */
export async function keepDrawn(
  tx: Transaction,
  sample: FigureSample,
  around: { readonly by: UserId; readonly seal: SealAtDraw | null; readonly cases: FigureCases },
): Promise<void> {
  const { by, seal, cases } = around;
  const seed = tx.figureSamples.seedOf(sample.id, seal);
  const drawn = await cases.draw(sample.figure, { seed, size: sample.size, now: tx.now });
  const sha256 = await tx.figureSamples.keepDraw(sample, { by, at: tx.now, seal, seed, drawn });
  const { population } = drawn;
  const told = { at: tx.now, population, cases: drawn.cases.length, sha256, seal: seal?.number ?? null };
  await tx.journal.append([drawnEvent(sample, told)]);
}
