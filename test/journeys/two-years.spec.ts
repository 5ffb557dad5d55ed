import { AnswerCodeEvents, FireDuties, NoteOverdue } from '#libs/casework';
import type { CaseId, RouteId } from '#libs/domain';
import { openDesk, plain, type Desk } from '../support/desk';
import { PromiseActs } from '../support/promise';
import { typedMoment } from '../support/referral-form';
import { useWeb } from '../support/web';
import type { FormFields } from '../support/web-forms';
import type { WebBrowser } from '../support/web-browser';
import { ConsentActs } from '../integration/consent/support';

jest.setTimeout(300_000);

const web = useWeb();
const promise = new PromiseActs(() => web().instance);
const consent = new ConsentActs(() => web().instance);

/** Who enters it, on which day, what, and what the form asks besides. */
type Step = readonly [by: 'officer' | 'responder' | 'adviser', day: string, kind: string, more?: FormFields];

const court = (day: string) => typedMoment('court', `${day} 10am`);

/** From the report to the contact scheme, as a trial that is moved once takes it. */
const TO_CHARGE: readonly Step[] = [
  ['officer', '2026-3-3', 'crime-reported'],
  ['officer', '2026-3-3', 'crime-recorded'],
  ['officer', '2026-3-4', 'investigation-opened'],
  ['officer', '2026-3-5', 'interview-planned'],
  ['officer', '2026-3-12', 'suspect-arrested'],
  ['officer', '2026-3-12', 'released-on-bail'],
  ['officer', '2026-6-9', 'police-bail-changed'],
  ['officer', '2026-7-1', 'file-to-prosecutor'],
  ['officer', '2026-10-26', 'suspect-charged'],
];
const TO_VERDICT: readonly Step[] = [
  ['officer', '2026-11-3', 'hearing-listed', { detail: 'magistrates', ...court('2026-11-24') }],
  ['adviser', '2026-11-4', 'unit-heard-from-court'],
  ['officer', '2026-11-24', 'hearing-held', { detail: 'first-hearing' }],
  ['officer', '2027-1-11', 'not-guilty-plea'],
  ['officer', '2027-1-12', 'trial-set', court('2027-5-10')],
  ['adviser', '2027-1-20', 'measure-asked-for', { detail: 'screens' }],
  ['adviser', '2027-2-17', 'measure-granted', { detail: 'screens' }],
  ['officer', '2027-3-30', 'trial-moved', { detail: 'court-time', ...court('2027-11-15') }],
  ['responder', '2027-9-1', 'court-visited'],
  ['officer', '2027-11-15', 'trial-began'],
  ['officer', '2027-11-24', 'guilty-verdict'],
];
const TO_SCHEME: readonly Step[] = [
  ['adviser', '2027-11-30', 'statement-wanted'],
  ['officer', '2027-12-14', 'statement-taken'],
  ['officer', '2027-12-15', 'sentence-listed', court('2028-1-14')],
  ['officer', '2028-1-14', 'statement-read', { detail: 'by-the-person' }],
  ['officer', '2028-1-14', 'sentence-passed', { detail: 'custody-12-months-or-more' }],
  ['adviser', '2028-1-20', 'contact-scheme-referred'],
  ['adviser', '2028-2-14', 'contact-scheme-joined'],
];

/** An investigation as each of the three comes to it. */
type Places = Readonly<Record<Step[0], { readonly browser: WebBrowser; readonly at: string }>>;

let desk: Desk;
let adviser: WebBrowser;
let casePath: string;
let caseId: CaseId;
let places: Places;

beforeAll(async () => {
  desk = await openDesk(web());
  adviser = await web().signedIn('adviser');
  casePath = await desk.aCase();
  caseId = casePath.split('/')[2] as CaseId;
});

const clock = (day: string, time = '14:00:30') =>
  web().instance.setNow(`${day.replaceAll(/-(\d)(?!\d)/g, '-0$1')}T${time}Z`);

/** What the worker does in between: duties opened and judged, deadlines fired, overdue work told. */
async function worked(): Promise<void> {
  const { workerWork } = web().instance;
  await desk.fire();
  const loops = [new AnswerCodeEvents(workerWork), new FireDuties(workerWork), new NoteOverdue(workerWork)];
  for (const loop of loops) while ((await loop.execute({ limit: 100 })) > 0);
}

async function goThrough(steps: readonly Step[]): Promise<void> {
  for (const [by, day, kind, more = {}] of steps) {
    await clock(day);
    const { browser, at } = places[by];
    const sent = await browser.post(`${at}/milestones/new?what=${kind}`, {
      ...typedMoment('at', `${day} 9am`),
      ...more,
    });
    const asked = sent.statusCode === 400 && sent.body.includes('href="#issueReason"');
    const kept = asked
      ? await browser.post(`${at}/milestones/new?what=${kind}`, {
          ...typedMoment('at', `${day} 9am`),
          ...more,
          issueReason: 'earlier-step-not-told',
        })
      : sent;
    expect([by, kind, kept.statusCode]).toEqual([by, kind, 303]);
    await worked();
  }
}

/** Every screen on which somebody follows the case, for each of the three. */
async function lookAtEveryScreen(): Promise<void> {
  const screens: readonly (readonly [WebBrowser, readonly string[]])[] = [
    [
      desk.responder,
      [
        '/board',
        ...['', '/history', '/deadlines', '/safe-contact', '/consent', '/support', '/plan'].map(
          (end) => `${casePath}${end}`,
        ),
        ...['/tracks', '/rights', '/rights/sheet', '/rights/sheet/easy-read'].map(
          (end) => `${casePath}${end}`,
        ),
        places.responder.at,
      ],
    ],
    [desk.officer, ['/referrals', places.officer.at, `${places.officer.at}/milestones`]],
    [adviser, ['/shared', '/provider/caseload', places.adviser.at]],
  ];
  for (const [browser, paths] of screens)
    for (const path of paths) expect([path, (await browser.get(path)).statusCode]).toEqual([path, 200]);
}

/** What goes on whatever the person decides about the prosecution. */
const support = () =>
  web().instance.admin(
    `select c.closed_at, c.contact_state, c.owner_user_id,
       (select json_agg(d.state order by d.deadline_id) from app.deadline d where d.case_id = c.case_id) as clocks,
       (select json_agg(s.state order by s.share_id) from app.share s where s.case_id = c.case_id) as shares
     from app.case_file c where c.case_id = $1`,
    [caseId],
  );

const page = async (by: Step[0]) => plain((await places[by].browser.get(places[by].at)).body);

describe('two years, from the report to the contact scheme', () => {
  it('begin with a referral, a conversation inside the promise and a service that the person agreed to', async () => {
    const [route] = await web().instance.admin<{ route_id: RouteId }>(
      'select r.route_id from app.contact_route r join app.case_file c using (person_id) where c.case_id = $1',
      [caseId],
    );
    const about = { caseId, routeId: route?.route_id ?? null };
    await promise.attempt(about, 'spoke', {
      happened: '2026-03-02T11:00:00Z',
      typedIn: '2026-03-02T11:05:30Z',
    });
    const shareId = await consent.shared(caseId, ['identity', 'investigation', 'support-fact']);
    const opened = await desk.responder.post(`${casePath}/tracks`, {});
    const at = String(opened.headers.location);
    const trackId = at.split('/').at(-1);
    const [row] = await web().instance.admin<{ referral_id: string }>(
      'select referral_id from app.case_file where case_id = $1',
      [caseId],
    );
    places = {
      responder: { browser: desk.responder, at },
      officer: { browser: desk.officer, at: `/referrals/${row?.referral_id}/tracks/${trackId}` },
      adviser: { browser: adviser, at: `/shared/${shareId}/tracks/${trackId}` },
    };
    await lookAtEveryScreen();
  });

  it('go on to a charge, with the question about contact asked each time somebody is held or set free', async () => {
    await goThrough(TO_CHARGE);
    const track = (await desk.responder.get(places.responder.at)).body;
    const recheck = /href="([^"]+\/rechecks\/[^"]+)"/.exec(track)?.[1] ?? '';
    expect((await desk.responder.post(recheck, { answer: 'find-still-safe' })).statusCode).toBe(303);
    expect(await page('officer')).toContain('Suspect charged');
    await lookAtEveryScreen();
  });

  it('hear that the person withdraws, and end nothing with it; the prosecution goes on and says why', async () => {
    await clock('2026-12-1');
    const before = await support();
    const withdrew = { position: 'withdrew', reason: 'time-it-takes', toldInPerson: 'yes' };
    const said = await adviser.post(`${places.adviser.at}/position`, {
      ...withdrew,
      ...typedMoment('said', '2026-12-1 9am'),
    });
    expect(said.statusCode).toBe(303);
    await worked();
    expect(await support()).toEqual(before);
    expect(await page('responder')).toContain('Withdrew from the prosecution');
    expect(await page('officer')).not.toContain('Withdrew from the prosecution');
    await clock('2026-12-9');
    const on = await desk.responder.post(
      `${places.responder.at}/milestones/new?what=goes-on-without-person`,
      {
        ...typedMoment('at', '2026-12-8 9am'),
        ...typedMoment('told', '2026-12-9 9am'),
        detail: 'risk-to-others',
        decidedBy: 'prosecutor',
      },
    );
    expect(on.statusCode).toBe(303);
    expect(await page('responder')).toContain('Decided by: The prosecutor.');
    await lookAtEveryScreen();
  });

  it('see a trial moved once, special measures granted and a verdict', async () => {
    await goThrough(TO_VERDICT);
    const desks = await page('responder');
    expect(desks).toContain('Guilty verdict');
    expect(desks).toMatch(/Times the trial was moved 1/);
    expect(desks).toMatch(/Screens Granted/);
    expect(await page('adviser')).toContain('Guilty verdict');
    await lookAtEveryScreen();
  });

  it('end with a sentence and the contact scheme, every right told on one page and on its sheet', async () => {
    await goThrough(TO_SCHEME);
    await clock('2028-3-1');
    await worked();
    expect(await page('responder')).toContain('Person joined the Victim Contact Scheme');
    const states = await web().instance.admin<{ entitlement_id: string; state: string }>(
      'select entitlement_id, state from app.duty where case_id = $1',
      [caseId],
    );
    const opened = new Set(states.map(({ entitlement_id }) => entitlement_id));
    for (const expected of ['R6.4', 'R6.7', 'R6.8', 'R6.9', 'R9.2', 'R11.1', 'R11.2'])
      expect([...opened]).toContain(expected);
    await lookAtEveryScreen();
  });
});
