import {
  changeCard,
  event,
  localDate,
  PERSON_TEMPLATE_IDS,
  routeTold,
  type CardRefusal,
  type CaseId,
  type RouteId,
  type SafeContactCard,
  type StaffActor,
} from '#libs/domain';
import { lockCaseFor } from '../cases/case-access';
import { subjectOfCase } from '../cases/subject-of-case';
import { NOT_FOUND, refuse, type NotFound, type Refused, type Stale } from '../outcome';
import type {
  CaseRecord,
  Ids,
  Once,
  Repeatable,
  SubjectVault,
  Transaction,
  UnitOfWork,
  Vault,
} from '../ports';
import { applyCard } from './apply-card';
import { ruleChange, type CardPart } from './card-part';
import { sealWords } from './seal-words';

export interface ChangeCardInput {
  readonly caseId: CaseId;
  /** The revision of the case that the form was drawn from. */
  readonly revision: number;
  readonly change: CardPart;
  /** The zone of the dates and times in it. */
  readonly timezone: string;
}

export type ChangeCardOutcome =
  | { readonly kind: 'changed'; readonly caseId: CaseId; readonly version: number }
  | NotFound
  | Stale
  | Refused<CardRefusal | 'case-closed' | 'unreadable' | 'unknown-wording'>;

/**
 * Writes the next version of a safe-contact card with one part of it changed, seals what names somebody, and brings
 * the case in line: its place on the board, its deadlines and what may leave for the person from now on.
 */
export class ChangeCard {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly vault: Vault,
    private readonly ids: Ids,
  ) {}

  async execute(
    actor: StaffActor,
    input: ChangeCardInput,
    repeatable: Repeatable,
  ): Promise<Once<ChangeCardOutcome>> {
    const { unitOfWork, vault } = this;
    const { caseId } = input;
    const sealer = await subjectOfCase({ unitOfWork, vault }, { actor, act: 'change-card', caseId });
    return unitOfWork.once<ChangeCardOutcome>(
      { actor, repeatable, keep: ({ kind }) => kind === 'changed' },
      (tx) => this.change(tx, input, sealer),
    );
  }

  private async change(
    tx: Transaction,
    input: ChangeCardInput,
    vault: SubjectVault | null,
  ): Promise<ChangeCardOutcome> {
    const { caseId, revision, change: part, timezone } = input;
    const caseFile = await lockCaseFor(tx, 'change-card', caseId);
    if (caseFile === null) return NOT_FOUND;
    if (caseFile.revision !== revision) return { kind: 'stale', revision: caseFile.revision };
    if (caseFile.closedAt !== null) return refuse('case-closed');
    if (vault === null) return refuse('unreadable');
    if (part.part === 'wording' && !isWording(part.wording)) return refuse('unknown-wording');
    const card = await tx.safeContact.cardOf(caseFile.personId);
    const change = ruleChange(part, (told) => routeTold({ ...told, id: this.ids.next<RouteId>() }, tx.now));
    const today = localDate(tx.now, timezone);
    const decided = changeCard({ card, change, today, timezone, now: tx.now });
    if (decided.kind === 'refused') return decided;
    await this.save(tx, { caseFile, part, before: card, after: decided.card, vault });
    return { kind: 'changed', caseId: caseFile.id, version: decided.card.version };
  }

  private async save(
    tx: Transaction,
    saved: {
      caseFile: CaseRecord;
      part: CardPart;
      before: SafeContactCard;
      after: SafeContactCard;
      vault: SubjectVault;
    },
  ): Promise<void> {
    const { caseFile, part, before, after, vault } = saved;
    const { personId } = caseFile;
    const changed = after.routes.find((route) => !before.routes.includes(route)) ?? null;
    if (part.part === 'address' && changed !== null) {
      const place = { recordId: changed.id, kind: 'contact-route' } as const;
      const sealed = vault.seal(place, { value: part.value, whose: null });
      await tx.safeContact.addRoute({ personId, route: changed, at: tx.now });
      await tx.safeContact.addSealed({ personId, record: { ...place, sealed }, at: tx.now });
    }
    if (part.part === 'route' && changed !== null) await tx.safeContact.saveRoute(changed);
    if (part.part === 'third-party') {
      await sealWords(tx, { vault, personId, recordId: personId }, { thirdPartyName: part.name });
    }
    await tx.safeContact.saveVersion({ personId, card: after, part: part.part, at: tx.now });
    await tx.journal.append([
      event({
        subject: { kind: 'case', id: caseFile.id },
        caseId: caseFile.id,
        type: 'card.changed',
        happenedAt: tx.now,
        reason: part.part,
        payload: { version: after.version, routeId: changed?.id ?? null },
      }),
    ]);
    await applyCard(tx, { caseFile, card: after });
  }
}

function isWording(wording: string | null): boolean {
  return wording === null || PERSON_TEMPLATE_IDS.some((id) => id === wording);
}
