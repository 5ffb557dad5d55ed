import { event, keepsStaffOf, mayDo, type AgencyId, type StaffActor, type TeamId } from '#libs/domain';
import type { Ids, Once, Repeatable, Transaction, UnitOfWork } from '../ports';
import { NOT_FOUND, refuse, type NotFound, type Refused, type Stale } from '../outcome';

export type TeamChange =
  | { readonly kind: 'add'; readonly agencyId: AgencyId; readonly name: string }
  | { readonly kind: 'rename'; readonly teamId: TeamId; readonly revision: number; readonly name: string };

export type KeepTeamOutcome =
  { readonly kind: 'kept'; readonly teamId: TeamId } | NotFound | Stale | Refused<'name-taken'>;

/** Adds a team to an agency, or gives one another name. Teams own cases and referrals, so none is ever removed. */
export class KeepTeam {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ids: Ids,
  ) {}

  execute(actor: StaffActor, change: TeamChange, repeatable: Repeatable): Promise<Once<KeepTeamOutcome>> {
    return this.unitOfWork.once<KeepTeamOutcome>(
      { actor, repeatable, keep: ({ kind }) => kind === 'kept' },
      (tx) => (change.kind === 'add' ? this.add(tx, actor, change) : this.rename(tx, actor, change)),
    );
  }

  private async add(
    tx: Transaction,
    actor: StaffActor,
    { agencyId, name }: Extract<TeamChange, { kind: 'add' }>,
  ): Promise<KeepTeamOutcome> {
    if (!mayDo(actor, 'keep-staff') || !keepsStaffOf(actor, agencyId)) return NOT_FOUND;
    if ((await tx.staff.agency(agencyId)) === null) return NOT_FOUND;
    const teamId = this.ids.next<TeamId>();
    if (!(await tx.staff.addTeam({ id: teamId, agencyId, name, revision: 1 }))) return refuse('name-taken');
    await this.note(tx, teamId, 'team.added', { agencyId });
    return { kind: 'kept', teamId };
  }

  private async rename(
    tx: Transaction,
    actor: StaffActor,
    { teamId, revision, name }: Extract<TeamChange, { kind: 'rename' }>,
  ): Promise<KeepTeamOutcome> {
    const team = await tx.staff.team(teamId);
    if (team === null || !mayDo(actor, 'keep-staff') || !keepsStaffOf(actor, team.agencyId)) return NOT_FOUND;
    if (team.revision !== revision) return { kind: 'stale', revision: team.revision };
    if (!(await tx.staff.renameTeam({ ...team, name }))) return refuse('name-taken');
    await this.note(tx, teamId, 'team.renamed', {});
    return { kind: 'kept', teamId };
  }

  private note(tx: Transaction, id: TeamId, type: string, payload: { agencyId?: AgencyId }): Promise<void> {
    return tx.journal.append([
      event({ subject: { kind: 'team', id }, type, happenedAt: tx.now, payload: { ...payload } }),
    ]);
  }
}
