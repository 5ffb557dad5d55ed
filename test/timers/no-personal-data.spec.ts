import { RecordContactAttempt, SetHold, SubmitReferral, type ReferralInput } from '#libs/casework';
import { instant } from '#libs/domain';
import { aReferral } from '#libs/testing';
import { onlyOnce, useInstance } from '../support/instance';
import { PromiseActs } from '../support/promise';
import { describeTimers, queueMode } from '../support/queue-mode';
import { ledgerOf } from './support/ledger';
import { before, DUE_24H, eventually, REPORTED } from './support/promises';
import { wholeDump, type Dump } from './support/whole-dump';
import { workersOf, type WorkerKit } from './support/worker';

const BIRDS = ['Avocet', 'Bittern', 'Chiffchaff', 'Dotterel', 'Fieldfare', 'Goldcrest'];

/** Whatever of these people could name them, each unlike anything else in the database. */
interface Named {
  readonly input: Partial<ReferralInput>;
  readonly secrets: readonly string[];
}

function namedAfter(bird: string, number: number): Named {
  const full = `Sample Person ${bird}-O’Hara`;
  const phone = `+4477009008${String(number).padStart(2, '0')}`;
  const words = `Ask for the ${bird} book club`;
  const code = `${bird}-lantern-${number}`;
  const crime = `ZZ/7${number}31${number}7/26`;
  const bornOn = `199${number}-0${number + 1}-1${number}`;
  const route = { ...aReferral().build().route, value: phone } as ReferralInput['route'];
  return {
    input: {
      fullName: full,
      nameToAskFor: `${bird}ie`,
      route,
      sayIfOtherAnswers: words,
      codeWord: code,
      crimeReference: crime,
      age: { kind: 'born', bornOn },
    },
    secrets: [bird, phone, phone.slice(3), words, code, crime, bornOn],
  };
}

describeTimers(`what a thief finds, in mode ${queueMode}`, () => {
  const instance = useInstance();
  const acts = new PromiseActs(instance);
  let workers: WorkerKit;
  beforeEach(async () => {
    workers = await workersOf(instance());
  });
  afterEach(() => workers.stopAll());

  it('P12 no dump of the databases or of the queue names a person, while jobs wait and after they fired', async () => {
    const { setNow, database, webWork, vault, ids, persona } = instance();
    await setNow('2026-03-02T10:05:00Z');
    const people = BIRDS.map(namedAfter);
    const note = 'Crown Court at Kittiwake, case ZZ-CC-0001';
    const cases = [];
    for (const { input } of people) cases.push(await acts.refer(REPORTED, input));
    const [first] = cases;
    if (first === undefined) throw new Error('nobody was referred');
    await new RecordContactAttempt(webWork, ids).execute(
      persona('responder'),
      {
        caseId: first.caseId,
        routeId: first.routeId,
        channel: 'call',
        outcome: 'someone-else-answered',
        happenedAt: instant('2026-03-02T10:04:00Z'),
        conversation: null,
      },
      onlyOnce(),
    );
    const hold = { reference: first.reference, reason: 'court-case', note, untilOn: null } as const;
    expect(await new SetHold(webWork, vault, ids).execute(persona('dpo'), hold, onlyOnce())).toMatchObject({
      result: { kind: 'held' },
    });
    const referrer = {
      name: 'Sample Caller Nuthatch',
      unit: null,
      organisation: 'Whinchat Surgery',
      phone: '+447700900899',
    };
    const byPhone = aReferral().from('health').with({ referrer, receivedVia: 'phone' }).build();
    expect(
      await new SubmitReferral(webWork, vault, ids).execute(persona('responder'), byPhone, onlyOnce()),
    ).toMatchObject({ result: { kind: 'submitted' } });

    const secrets = [...people.flatMap((one) => one.secrets), 'Kittiwake', 'Nuthatch', 'Whinchat', '900899'];
    await workers.start({ sweep: queueMode === 'none' });
    if (queueMode !== 'none') {
      const waiting = await eventually(() => wholeDump(database), { is: (dump) => jobsIn(dump) > 0 });
      expect(namesIn(waiting, secrets)).toEqual([]);
    }
    await setNow(before(DUE_24H, 1));
    const rest = cases.slice(1).map(({ caseId }) => caseId);
    await eventually(() => ledgerOf(instance()).breaches(rest), { is: (all) => all.length >= rest.length });
    const after = await wholeDump(database);
    expect(after.tables.size).toBeGreaterThan(30);
    expect(namesIn(after, secrets)).toEqual([]);
  });
});

function jobsIn({ tables, redis }: Dump): number {
  const rows = [...tables].filter(([name, text]) => /job/i.test(name) && text !== '');
  return rows.length + redis.size;
}

/** Where a secret stands, as it is or as hexadecimal bytes. */
function namesIn({ tables, redis }: Dump, secrets: readonly string[]): readonly string[] {
  const needles = secrets.flatMap((secret) => [secret.toLowerCase(), Buffer.from(secret).toString('hex')]);
  return [...tables, ...redis].flatMap(([place, text]) => {
    const hay = `${place} ${text}`.toLowerCase();
    return needles.filter((needle) => hay.includes(needle)).map((needle) => `${place}: ${needle}`);
  });
}
