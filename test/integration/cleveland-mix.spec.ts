import { casePathOf, openDesk, plain, type Desk } from '../support/desk';
import { fillDraft, pathOf, typedMoment, typedReferral } from '../support/referral-form';
import { useWeb } from '../support/web';
import type { FormFields } from '../support/web-forms';

const web = useWeb();
jest.setTimeout(400_000);

const MINUTE = 60_000;

/** What became of one referral of the mix, as the people at the two ends would say it. */
type Caught =
  /** The form asked again and would not go on; what was typed is kept. */
  | 'asked again at the keyboard'
  /** The form told the officer before sending what to do or look at; it stops nobody. */
  | 'prompted at the keyboard'
  /** A task went back to the officer's team within a minute of the moment it became known. */
  | 'task to the team'
  | 'not caught';

interface Unworkable {
  readonly fault: string;
  readonly times: number;
  readonly typed: FormFields;
  /** What the prompt must say, for faults that are prompted. */
  readonly prompt?: RegExp;
  /** What happens when first responders call, for faults that nobody can know before. */
  readonly atTheCall?: string;
  readonly caughtAs: Caught;
}

/**
 * The 28 of 118 that could not be worked in the one audit there is (traps idea 7). What "caught" means, case by case:
 * a form can know of a missing number, a missing channel, an age, an answer about consent, a crime number and an
 * offence that is not on the list; that another person answers or that a number is wrong is known at the first call,
 * and there the task must be with the team within a minute. An officer who writes "another sexual offence" for an
 * offence that is none is not caught by any form; here the type is typed as what it is.
 */
const MIX: readonly Unworkable[] = [
  {
    fault: 'someone else answers and there is no other route',
    times: 14,
    typed: {},
    atTheCall: 'someone-else-answered',
    caughtAs: 'task to the team',
  },
  {
    fault: 'a wrong number',
    times: 2,
    typed: {},
    atTheCall: 'number-not-working',
    caughtAs: 'task to the team',
  },
  {
    fault: 'sent before, by the same team',
    times: 5,
    typed: { crimeReference: 'ZZ/000001/26' },
    prompt: /Your team has sent this crime number before/,
    caughtAs: 'prompted at the keyboard',
  },
  { fault: 'no safe number', times: 1, typed: { number: '' }, caughtAs: 'asked again at the keyboard' },
  {
    fault: 'no channel the person can use',
    times: 1,
    typed: { number: '', languageNeed: 'bsl' },
    caughtAs: 'asked again at the keyboard',
  },
  {
    fault: 'a young person who was not asked',
    times: 2,
    typed: { age: '15', agreement: 'not-asked-yet' },
    prompt: /Ask the young person themselves/,
    caughtAs: 'task to the team',
  },
  {
    fault: 'child protection',
    times: 2,
    typed: { age: '11' },
    prompt: /make the child-protection referral yourself/,
    caughtAs: 'prompted at the keyboard',
  },
  {
    fault: 'a crime type that is none of ours',
    times: 1,
    typed: { offenceGroup: 'burglary' },
    caughtAs: 'asked again at the keyboard',
  },
];

describe('the Cleveland mix of 118 referrals', () => {
  let desk: Desk;
  let sent = 0;

  beforeAll(async () => {
    desk = await openDesk(web());
  });

  const answersOf = (typed: FormFields): FormFields => {
    sent += 1;
    const own = { crimeReference: `ZZ/9${String(sent).padStart(5, '0')}/26`, whenBand: 'within-12-months' };
    return typedReferral({ ...typedMoment('reported', '2026-3-2 10:00'), ...own, ...typed });
  };

  async function send(check: string): Promise<string> {
    const receipt = pathOf(await desk.officer.post(check, {}));
    expect(receipt).toContain('/receipt');
    return receipt;
  }

  const serviceNow = async () => {
    const [row] = await web().instance.admin<{ now: Date }>('select app.service_now() as now');
    return row?.now.getTime() ?? 0;
  };

  const tasksOf = (casePath: string) =>
    web().instance.admin<{ opened_at: Date }>(
      `select opened_at from app.police_task where case_id = $1 and state = 'open'`,
      [casePath.split('/')[2]],
    );

  async function replay({ typed, prompt, atTheCall }: Unworkable): Promise<Caught> {
    const filled = await fillDraft(desk.officer, answersOf(typed));
    if (filled.statusCode === 400) return 'asked again at the keyboard';
    const page = plain((await desk.officer.get(pathOf(filled))).body);
    const prompted = prompt?.test(page) ?? false;
    let known = await serviceNow();
    const casePath = await casePathOf(web(), await send(pathOf(filled)));
    if (atTheCall !== undefined) known = await serviceNow();
    if (atTheCall !== undefined) await desk.attempt(casePath, { outcome: atTheCall });
    const tasks = await tasksOf(casePath);
    if (tasks.some((task) => task.opened_at.getTime() - known <= MINUTE)) return 'task to the team';
    return prompted ? 'prompted at the keyboard' : 'not caught';
  }

  it('catches at least 25 of the 28 before they are lost, each as the table says', async () => {
    const first = await fillDraft(desk.officer, answersOf({ crimeReference: 'ZZ/000001/26' }));
    await send(pathOf(first));
    const found: Record<string, Partial<Record<Caught, number>>> = {};
    let caught = 0;
    for (const entry of MIX) {
      const tally = (found[entry.fault] ??= {});
      for (let time = 0; time < entry.times; time += 1) {
        const how = await replay(entry);
        tally[how] = (tally[how] ?? 0) + 1;
        if (how !== 'not caught') caught += 1;
      }
    }
    const expected = MIX.map(({ fault, caughtAs, times }) => [fault, { [caughtAs]: times }]);
    expect(found).toEqual(Object.fromEntries(expected));
    expect(MIX.reduce((sum, { times }) => sum + times, 0)).toBe(28);
    expect(caught).toBeGreaterThanOrEqual(25);
    console.log(`the Cleveland mix: ${caught} of 28 caught\n${JSON.stringify(found, null, 2)}`);
  });

  it('stops none of the other 90: no question asked twice, no prompt that does not belong, no task', async () => {
    const ordinary: readonly FormFields[] = [
      {},
      { age: '27 3 1998', 'also[]': ['text'] },
      { 'safeTimes[]': ['weekday-evenings'], relationship: 'ex-partner' },
      { offenceGroup: '', whenBand: '', relationship: '' },
      { languageNeed: 'interpreter', 'suspectAccess[]': ['knows-address'] },
      { age: '63', codeWord: '', sayIfOtherAnswers: '' },
    ];
    const wrong: string[] = [];
    for (let made = 0; made < 90; made += 1) {
      const filled = await fillDraft(desk.officer, answersOf(ordinary[made % ordinary.length] ?? {}));
      const page = await desk.officer.get(pathOf(filled));
      if (filled.statusCode !== 303 || page.body.includes('waymark-prompt'))
        wrong.push(`${made} was stopped`);
      const casePath = await casePathOf(web(), await send(pathOf(filled)));
      if ((await tasksOf(casePath)).length > 0) wrong.push(`${made} made a task`);
    }
    expect(wrong).toEqual([]);
  });
});
