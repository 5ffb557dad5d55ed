import {
  event,
  INVITATION_LASTS,
  keepsStaffOf,
  mayDo,
  plus,
  rightsFault,
  type AgencyId,
  type Role,
  type StaffActor,
  type StaffChangeRefusal,
  type TeamId,
  type UserId,
} from '#libs/domain';
import type { Ids, Once, Repeatable, SubjectVault, Transaction, UnitOfWork, Vault } from '../ports';
import { NOT_FOUND, refuse, type NotFound, type Refused } from '../outcome';

export interface InviteInput {
  readonly agencyId: AgencyId;
  readonly teamId: TeamId | null;
  readonly role: Role;
  readonly name: string;
  readonly email: string;
  /** The identity provider's own id of the person. */
  readonly subject: string;
}

export type InviteRefusal = StaffChangeRefusal | 'identity-taken' | 'unknown-team';
export type InviteOutcome =
  { readonly kind: 'invited'; readonly userId: UserId } | NotFound | Refused<InviteRefusal>;

/**
 * Opens the door for one person: an account that its owner's first sign-in makes real, and that closes by itself
 * when nobody uses it. Name and address are sealed; the journal holds neither.
 */
export class InviteStaff {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly vault: Vault,
    private readonly ids: Ids,
  ) {}

  async execute(
    actor: StaffActor,
    input: InviteInput & { readonly identityProvider: string },
    repeatable: Repeatable,
  ): Promise<Once<InviteOutcome>> {
    const userId = this.ids.next<UserId>();
    const sealer = await this.vault.create(userId);
    return this.unitOfWork.once<InviteOutcome>(
      { actor, repeatable, keep: ({ kind }) => kind === 'invited' },
      (tx) => this.invite(tx, { actor, input, userId, sealer }),
    );
  }

  private async invite(
    tx: Transaction,
    {
      actor,
      input,
      userId,
      sealer,
    }: {
      actor: StaffActor;
      input: InviteInput & { identityProvider: string };
      userId: UserId;
      sealer: SubjectVault;
    },
  ): Promise<InviteOutcome> {
    const { agencyId, teamId, role, name, email, subject, identityProvider } = input;
    const agency = await tx.staff.agency(agencyId);
    if (agency === null || !mayDo(actor, 'keep-staff') || !keepsStaffOf(actor, agencyId)) return NOT_FOUND;
    const team = teamId === null ? null : await tx.staff.team(teamId);
    if (teamId !== null && team === null) return refuse<InviteRefusal>('unknown-team');
    const fault = rightsFault({
      actor,
      account: { userId: null, role: null },
      wanted: { role, teamAgencyId: team?.agencyId ?? null },
      agency,
    });
    if (fault !== null) return refuse<InviteRefusal>(fault);
    const place = { recordId: userId, kind: 'staff-profile' } as const;
    const invited = await tx.staff.invite({
      record: { id: userId, agencyId, agencyKind: agency.kind, teamId, role, state: 'invited', revision: 1 },
      identityProvider,
      identitySubject: subject,
      invitedUntil: plus(tx.now, INVITATION_LASTS),
      sealedProfile: sealer.seal(place, { name, email }),
    });
    if (!invited) return refuse<InviteRefusal>('identity-taken');
    await tx.journal.append([
      event({
        subject: { kind: 'staff', id: userId },
        type: 'staff.invited',
        happenedAt: tx.now,
        payload: { agencyId, teamId, role },
      }),
    ]);
    return { kind: 'invited', userId };
  }
}
