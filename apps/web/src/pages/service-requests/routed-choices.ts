import { Injectable } from '@nestjs/common';
import { SuggestRouting, type RoutingDecisionRecord, type RoutingOverrideRecord } from '#libs/casework';
import {
  askedAgain,
  type CaseId,
  type Instant,
  type RoutingDecision,
  type RoutingTable,
  type StaffActor,
  type SupportKind,
} from '#libs/domain';
import { caseRouting, PostgresUnitOfWork, routingTableVersions } from '#libs/persistence';
import { notFound } from '../../errors/problem';

/** The answer that asking for a kind of support goes by, as this person may read it, and the rules it names. */
export interface RoutedFor {
  readonly decision: RoutingDecision;
  readonly table: Pick<RoutingTable, 'rules'> | null;
  /** What was chosen in this case with a reason, the newest first. */
  readonly choices: readonly RoutingOverrideRecord[];
}

/** What the routing of a case says about one kind: the answer that is kept, or what it would be now. */
@Injectable()
export class RoutedChoices {
  constructor(
    private readonly work: PostgresUnitOfWork,
    private readonly suggestRouting: SuggestRouting,
  ) {}

  async of(
    actor: StaffActor,
    { caseId, kind, now }: { readonly caseId: CaseId; readonly kind: SupportKind; readonly now: Instant },
  ): Promise<RoutedFor> {
    const { kept, choices, tables } = await this.work.read(actor, async (manager) => {
      const { decision, overrides } = await caseRouting(manager, caseId);
      return { kept: decision, choices: overrides, tables: await routingTableVersions(manager) };
    });
    const decision = answersFor(kept, kind) ?? (await this.suggested(actor, { caseId, kind, now, kept }));
    const table = tables.find((line) => line.table.version === decision.tableVersion)?.table ?? null;
    return { decision, table, choices };
  }

  private async suggested(
    actor: StaffActor,
    about: {
      readonly caseId: CaseId;
      readonly kind: SupportKind;
      readonly now: Instant;
      readonly kept: RoutingDecisionRecord | null;
    },
  ): Promise<RoutingDecision> {
    const { caseId, kind, now, kept } = about;
    const asked = askedAgain(kept, { kind, now });
    const suggested = await this.suggestRouting.execute(actor, { caseId, asked });
    if (suggested.kind === 'not-found') throw notFound();
    return suggested.decision;
  }
}

function answersFor(kept: RoutingDecisionRecord | null, kind: SupportKind): RoutingDecision | null {
  return kept !== null && kept.answer.answers.some((answer) => answer.kind === kind) ? kept.answer : null;
}
