import type { ConsentStore } from '#libs/casework';
import type { AgeBand, ConsentEntry, PersonId } from '#libs/domain';
import type { EntityManager } from 'typeorm';
import { instantOf, isoOrNull, maybeInstantOf } from '../columns';

/** Marked when an age was put right; `app.consent_stands` says the same. */
export const DOUBTED_AT = `case when e.decision = 'given' and e.basis = 'adult' and e.recipient <> 'this-service'
    and e.recorded_at <= app.consents_doubted_at(e.person_id) then app.consents_doubted_at(e.person_id) end`;

/**
 * Agreeing to be called, as a referral says it, is an answer like any other: it stands in the ledger under the
 * referral's own id, from when it was said, without a row of its own.
 */
export const LEDGER = `
  select e.entry_id as id, e.decision, e.recipient, e.purpose, e.data_class, e.recorded_at, e.expires_at,
    ${DOUBTED_AT} as doubted_at
  from app.consent_entry e where e.person_id = $1
  union all
  select r.referral_id, 'given', 'this-service', 'be-called', 'safe-contact',
    coalesce(p.victim_agreed_at, r.submitted_at), null, null
  from app.referral r join app.report p using (report_id) where r.person_id = $1 and r.agreement = 'agreed'
  order by 6, 1`;

export interface RawEntry {
  readonly id: ConsentEntry['id'];
  readonly decision: ConsentEntry['decision'];
  readonly recipient: ConsentEntry['recipient'];
  readonly purpose: ConsentEntry['purpose'];
  readonly data_class: ConsentEntry['dataClass'];
  readonly recorded_at: Date;
  readonly expires_at: Date | null;
  readonly doubted_at: Date | null;
}

export function entryOf({
  data_class,
  recorded_at,
  expires_at,
  doubted_at,
  ...rest
}: RawEntry): ConsentEntry {
  return {
    ...rest,
    dataClass: data_class,
    recordedAt: instantOf(recorded_at),
    expiresAt: maybeInstantOf(expires_at),
    doubtedAt: maybeInstantOf(doubted_at),
  };
}

export class PostgresConsentStore implements ConsentStore {
  constructor(private readonly manager: EntityManager) {}

  async ledgerOf(personId: PersonId): Promise<readonly ConsentEntry[]> {
    return (await this.manager.query<RawEntry[]>(LEDGER, [personId])).map(entryOf);
  }

  async append(records: Parameters<ConsentStore['append']>[0]): Promise<void> {
    const rows = records.map(({ recordedAt, expiresAt, ...rest }) => ({
      ...rest,
      recordedAt: isoOrNull(recordedAt),
      expiresAt: isoOrNull(expiresAt),
    }));
    await this.manager.query(
      `insert into app.consent_entry (entry_id, case_id, person_id, handling_agency_id, decision, recipient, purpose,
         data_class, giver, basis, authority, how, wording, taken_by, recorded_at, expires_at)
       select id, "caseId", "personId", "handlingAgencyId", decision, recipient, purpose, "dataClass", giver, basis,
         authority, how, wording, "takenBy", "recordedAt", "expiresAt"
       from jsonb_to_recordset($1::jsonb) as x(id uuid, "caseId" uuid, "personId" uuid, "handlingAgencyId" uuid,
         decision text, recipient text, purpose text, "dataClass" text, giver text, basis text, authority text,
         how text, wording text, "takenBy" uuid, "recordedAt" timestamptz, "expiresAt" timestamptz)`,
      [JSON.stringify(rows)],
    );
  }

  async ageBandOf(personId: PersonId): Promise<AgeBand> {
    const [row] = await this.manager.query<{ age_band: AgeBand }[]>(
      'select coalesce(age_now, age_band) as age_band from app.person where person_id = $1',
      [personId],
    );
    if (!row) throw new Error('a case is always about a person');
    return row.age_band;
  }

  async identityWithheld(personId: PersonId): Promise<boolean> {
    const [row] = await this.manager.query<{ withheld: boolean }[]>(
      'select app.identity_withheld($1) as withheld',
      [personId],
    );
    return row?.withheld ?? false;
  }
}
