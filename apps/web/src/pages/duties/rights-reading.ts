import { Inject, Injectable } from '@nestjs/common';
import { OpenSharedCare } from '#libs/casework';
import {
  mayDo,
  type Act,
  type CaseId,
  type CodeVersion,
  type Duty,
  type DutyId,
  type Entitlement,
  type Instant,
  type ShareId,
  type StaffActor,
} from '#libs/domain';
import {
  codeVersions,
  dutiesOfCase,
  dutyHistory,
  dutyLedger,
  enhancedRightsOf,
  movedDueTimes,
  PostgresUnitOfWork,
} from '#libs/persistence';
import { notFound } from '../../errors/problem';
import { WEB_SETTINGS, type WebSettings } from '../../settings';
import { caseFrame } from '../cases/case-frame.page';
import { CaseReading } from '../cases/case-reading';

/** Reads the rights of a case for its pages, in codes and times. */
@Injectable()
export class RightsReading {
  constructor(
    private readonly cases: CaseReading,
    private readonly work: PostgresUnitOfWork,
    private readonly shared: OpenSharedCare,
    @Inject(WEB_SETTINGS) private readonly settings: WebSettings,
  ) {}

  async ofCase(actor: StaffActor, act: Act, id: CaseId) {
    const parts = await this.cases.summary(actor, act, id);
    return { ...parts, ...(await this.rightsOf(actor, id)) };
  }

  /** At the desk, as its pages draw it. */
  async atDesk(actor: StaffActor, id: CaseId): Promise<RightsShown> {
    const parts = await this.cases.summary(actor, 'see-rights', id);
    const { summary, now, timezone } = parts;
    return {
      ...{ actor, now, timezone, ...(await this.rightsOf(actor, id)) },
      reference: summary.reference,
      base: `/cases/${id}/rights`,
      frame: caseFrame(parts, 'rights'),
      mayKeep: mayDo(actor, 'keep-rights'),
      reaches: !summary.card.stopped,
    };
  }

  /** At a service with which the investigation is shared, to read and to print; that somebody looked is recorded (P8). */
  async atService(actor: StaffActor, id: ShareId): Promise<RightsShown> {
    const asked = { door: { kind: 'share', shareId: id }, act: 'see-rights' } as const;
    const opened = await this.shared.execute(actor, asked);
    if (opened.kind === 'not-found') throw notFound();
    const { caseId, reference, card } = opened;
    const now = await this.work.read(actor, (_manager, at) => Promise.resolve(at));
    const { timezone } = this.settings.area;
    return {
      ...{ actor, now, timezone, reference, ...(await this.rightsOf(actor, caseId)) },
      base: `/shared/${id}/rights`,
      frame: null,
      mayKeep: false,
      reaches: card !== null && !card.stopped,
    };
  }

  private rightsOf(actor: StaffActor, id: CaseId) {
    return this.work.read(actor, async (manager) => ({
      versions: await codeVersions(manager),
      duties: await dutiesOfCase(manager, id),
      enhanced: await enhancedRightsOf(manager, [id]),
      history: await dutyHistory(manager, id),
      moved: await movedDueTimes(manager, id),
    }));
  }

  /** One right of a case with every time that it has had; the duty is undefined where the reader may not see it. */
  async timeOf(
    actor: StaffActor,
    act: Act,
    { id, dutyId }: { readonly id: CaseId; readonly dutyId: DutyId },
  ) {
    const parts = await this.cases.summary(actor, act, id);
    const read = await this.work.read(actor, async (manager) => ({
      versions: await codeVersions(manager),
      duty: (await dutiesOfCase(manager, id)).find((one) => one.id === dutyId),
      ledger: await dutyLedger(manager, { caseId: id, dutyId }),
    }));
    return { ...parts, ...read };
  }
}

/** What `RightsReading.ofCase` answers. */
export type RightsParts = Awaited<ReturnType<RightsReading['ofCase']>>;

/** The rights of a case as its pages draw them, at the desk or at a service. */
export interface RightsShown extends Pick<
  RightsParts,
  'versions' | 'duties' | 'enhanced' | 'history' | 'moved'
> {
  readonly actor: StaffActor;
  readonly now: Instant;
  readonly timezone: string;
  readonly reference: string;
  /** The address of the page; what may be opened is below it. */
  readonly base: string;
  /** Around the page at the desk; null for a service. */
  readonly frame: ReturnType<typeof caseFrame> | null;
  readonly mayKeep: boolean;
  /** Whether the person may be reminded of what is theirs to do. */
  readonly reaches: boolean;
}

/** The row of the catalogue under which a duty was opened; null where its version is not there. */
export function rowOf(
  versions: readonly CodeVersion[],
  duty: Pick<Duty, 'codeVersion' | 'entitlementId'>,
): Entitlement | null {
  const version = versions.find((one) => one.version === duty.codeVersion);
  return version?.entitlements.find(({ id }) => id === duty.entitlementId) ?? null;
}
