import { useInstance } from '../../support/instance';
import { PromiseActs } from '../../support/promise';
import { ConsentActs, MONDAY } from './support';

describe('two agreements recorded at one instant', () => {
  const instance = useInstance();
  const promise = new PromiseActs(instance);
  const acts = new ConsentActs(instance);

  it.each([
    ['the one that runs out comes first', ["interval '1 minute'", 'null::interval']],
    ['the one that runs out comes last', ['null::interval', "interval '1 minute'"]],
  ])('carry nothing once the narrower has run out: %s', async (_, lasting) => {
    await instance().setNow(MONDAY);
    const { caseId } = await promise.refer('2026-03-02T10:00:00Z');
    await acts.shared(caseId);
    const stands = async () => {
      const rows = await instance().admin<{ stands: boolean }>(
        `select app.consent_stands(person_id, recipient, purpose, data_class) as stands from app.consent_entry
         where case_id = $1 and recipient like 'agency:%' and data_class = 'identity'`,
        [caseId],
      );
      return new Set(rows.map((row) => row.stands));
    };
    expect(await stands()).toEqual(new Set([true]));
    for (const lasts of lasting)
      await instance().admin(
        `insert into app.consent_entry
         select gen_random_uuid(), case_id, person_id, handling_agency_id, decision, recipient, purpose, data_class,
           giver, basis, authority, how, wording, taken_by, at, at + ${lasts}
         from (select *, recorded_at + interval '1 second' as at from app.consent_entry
           where case_id = $1 and recipient like 'agency:%' and data_class = 'identity'
           order by recorded_at limit 1) given`,
        [caseId],
      );
    await instance().setNow('2026-03-02T23:00:00Z');
    expect(await stands()).toEqual(new Set([false]));
  });
});
