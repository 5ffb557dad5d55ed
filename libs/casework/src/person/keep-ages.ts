import {
  bandOn,
  event,
  isChild,
  kindForAge,
  localDate,
  olderBand,
  stageOf,
  type AgeBand,
  type AgeKnown,
  type ServiceActor,
} from '#libs/domain';
import type { ChildToLookAt, Ids, SubjectVault, Transaction, UnitOfWork, Vault } from '../ports';
import { openSafeguarding } from '../safeguarding/open-safeguarding';

const TIMERS: ServiceActor = { kind: 'service', process: 'timers' };

/**
 * Looks once a month at how old the children with an open case are. The date of birth never leaves the vault, and a
 * day on which a band changed would give it away; so what stands in clear changes on the first of the month after the
 * birthday, on the protective side of it, and the review for an 18th birthday opens on the first of its own month
 * (decision 0020). Whoever becomes known to be a child by a correction is looked at within the next turn of the sweep.
 */
export class KeepAges {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly vault: Vault,
    private readonly ids: Ids,
  ) {}

  /** Answers how many children were looked at; `limit` bounds one transaction. */
  execute({ limit }: { limit: number }): Promise<number> {
    return this.unitOfWork.run(TIMERS, async (tx) => {
      const { timezone } = await zoneOf(tx);
      const month = monthOf(localDate(tx.now, timezone));
      const children = await tx.ages.lockUnlooked(month.first, limit);
      if (children.length === 0) return 0;
      const vaults = await this.vault.many(children.map(({ personId }) => personId));
      const looked = children.map((child) => {
        const known = knownOf(child, { vault: vaults.get(child.personId), timezone });
        // Out of the vault's reach, what stood before stands: nobody grows younger because a key store is down.
        // The first of the month may lie before the report: nobody is younger again than they were said to be.
        const band = known === null ? child.bandNow : olderBand(child.bandNow, bandOn(known, month.first));
        return { child, band, turns: known !== null && !isChild(bandOn(known, month.last)) };
      });
      await tx.ages.saveLooked(
        looked.map(({ child: { personId }, band }) => ({ personId, band })),
        month.first,
      );
      for (const one of looked) await this.note(tx, one);
      return children.length;
    });
  }

  private async note(
    tx: Transaction,
    { child, band, turns }: { child: ChildToLookAt; band: AgeBand; turns: boolean },
  ): Promise<void> {
    const { personId, bandNow, cases } = child;
    if (band !== bandNow) {
      const payload = { from: bandNow, to: band };
      const subject = { kind: 'person', id: personId } as const;
      await tx.journal.append([event({ subject, type: 'person.age-stage', happenedAt: tx.now, payload })]);
    }
    // Whoever put an age right at the data desk may tell nobody of the child; so it is told here.
    const told = child.newlyKnown ? kindForAge(stageOf(band)) : null;
    const kinds = [told, turns ? ('turning-18' as const) : null].filter((kind) => kind !== null);
    for (const kind of kinds) {
      for (const caseFile of cases) {
        if (await tx.safeguarding.everOpened(caseFile.id, kind)) continue;
        await openSafeguarding(tx, { ids: this.ids, kind, caseFile: { ...caseFile, personId } });
      }
    }
  }
}

/** The date of birth where there is one, and what was said otherwise. Null when the vault cannot be read. */
function knownOf(
  { identity, personId, bandAtReport, saidAt }: ChildToLookAt,
  { vault, timezone }: { vault: SubjectVault | undefined; timezone: string },
): AgeKnown | null {
  if (identity === null || vault === undefined) return null;
  const opened = vault.open({ recordId: personId, kind: 'identity' }, identity);
  if (opened === null) return null;
  if (opened.bornOn !== null) return { kind: 'born', bornOn: opened.bornOn };
  return { kind: 'band', band: bandAtReport, saidOn: localDate(saidAt, timezone) };
}

/** The zone in which the desk counts its days. */
export async function zoneOf(tx: Transaction): Promise<{ readonly timezone: string }> {
  const policy = await tx.policies.inForce({ source: 'police', at: tx.now });
  return (await tx.policies.calendarInForce({ id: policy.calendar, at: tx.now })).hours;
}

function monthOf(date: string): { readonly first: string; readonly last: string } {
  const [year = 0, month = 0] = date.split('-').map(Number);
  const last = new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
  return { first: `${date.slice(0, 7)}-01`, last };
}
