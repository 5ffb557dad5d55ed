import {
  BeginRoutingDraft,
  ChangeRoutingDraft,
  OverrideRoute,
  RouteCase,
  type DraftEdit,
  type OverrideRouteInput,
} from '#libs/casework';
import {
  NOTHING_ASKED,
  ROUTING_TABLE,
  type CaseId,
  type RoutingAsked,
  type RoutingDecision,
  type RoutingDecisionId,
  type RoutingDraftId,
  type RoutingTable,
  type ServiceId,
} from '#libs/domain';
import { onlyOnce, type TestInstance } from '../../support/instance';

export const WILLOW = '00000000-0000-7000-8000-000000000309' as ServiceId;
export const WILLOW_AGENCY = '00000000-0000-7000-8000-000000000006';
/** Its districts in the west are recalled by nobody in particular. */
export const SERICC = '00000000-0000-7000-8000-000000000303' as ServiceId;
export const CENTRE = '00000000-0000-7000-8000-000000000307' as ServiceId;

/** What people do when they route a case or work on the rules. */
export class RoutingActs {
  constructor(private readonly instance: () => TestInstance) {}

  async route(caseId: CaseId, change: Partial<RoutingAsked> = {}, by = 'responder') {
    const { webWork, ids, persona } = this.instance();
    const asked = { ...NOTHING_ASKED, wanted: ['isva'] as const, ...change };
    const once = await new RouteCase(webWork, ids).execute(persona(by), { caseId, asked }, onlyOnce());
    if (once.kind !== 'done') throw new Error(once.kind);
    return once.result;
  }

  async routed(...input: Parameters<RoutingActs['route']>): Promise<RoutingDecisionId> {
    const outcome = await this.route(...input);
    if (outcome.kind !== 'routed') throw new Error(JSON.stringify(outcome));
    return outcome.decisionId;
  }

  async override(input: Omit<OverrideRouteInput, 'note'> & { readonly note?: string }, by = 'responder') {
    const { webWork, vault, ids, persona } = this.instance();
    const choice = { note: null, ...input };
    const once = await new OverrideRoute(webWork, vault, ids).execute(persona(by), choice, onlyOnce());
    if (once.kind !== 'done') throw new Error(once.kind);
    return once.result;
  }

  /** As leads read it, behind row-level security. */
  async kept(id: RoutingDecisionId): Promise<{ answer: RoutingDecision; facts: object }> {
    const [row] = await this.instance().admin<{ answer: RoutingDecision; facts: object }>(
      `select w.answer, d.facts from app.routing_decision d join app.routing_whole_answer w using (decision_id)
       where d.decision_id = $1`,
      [id],
    );
    return row!;
  }

  /** What everybody who works on the case may read of it. */
  async readable(id: RoutingDecisionId): Promise<RoutingDecision> {
    const [row] = await this.instance().admin<{ answer: RoutingDecision }>(
      'select answer from app.routing_decision where decision_id = $1',
      [id],
    );
    return row!.answer;
  }

  async table(version = 1): Promise<RoutingTable> {
    const [row] = await this.instance().admin<{ body: RoutingTable }>(
      'select body from app.routing_table_version where table_id = $1 and version = $2',
      [ROUTING_TABLE, version],
    );
    return row!.body;
  }

  async begun(by = 'administrator'): Promise<RoutingDraftId> {
    const { webWork, ids, persona } = this.instance();
    const once = await new BeginRoutingDraft(webWork, ids).execute(persona(by), onlyOnce());
    if (once.kind !== 'done' || once.result.kind !== 'begun') throw new Error(JSON.stringify(once));
    return once.result.draftId;
  }

  async edit(
    draftId: RoutingDraftId,
    edit: DraftEdit | { kind: 'drop' },
    { by = 'administrator', revision = 1 }: { by?: string; revision?: number } = {},
  ) {
    const { webWork, ids, persona } = this.instance();
    const change = { draftId, revision, edit };
    const once = await new ChangeRoutingDraft(webWork, ids).execute(persona(by), change, onlyOnce());
    if (once.kind !== 'done') throw new Error(once.kind);
    return once.result;
  }
}
