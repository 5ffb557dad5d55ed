import { openDesk, plain, type Desk } from '../../support/desk';
import { typedMoment } from '../../support/referral-form';
import { useWeb } from '../../support/web';
import type { WebBrowser } from '../../support/web-browser';

const web = useWeb();
let desk: Desk;
let lead: WebBrowser;
let casePath: string;
let taskPath: string;

beforeAll(async () => {
  desk = await openDesk(web());
  lead = await web().signedIn('safeguarding');
  casePath = await desk.aCase({ age: '12' });
  const [row] = await web().instance.admin<{ task_id: string }>(
    'select task_id from app.safeguarding_task where case_id = $1',
    [casePath.split('/')[2]],
  );
  taskPath = `/safeguarding/${row!.task_id}`;
});

const told = {
  body: 'childrens-social-care',
  spokeTo: 'Sample Worker Reed',
  theirReference: 'ZZ/1',
  ...typedMoment('told', '2026-3-2 10:04'),
};

describe('the pages of safeguarding', () => {
  it('show the safeguarding lead what waits, without a name, and the task with it', async () => {
    const list = plain((await lead.get('/safeguarding')).body);
    expect(list).toContain('Child under 13: tell child protection');
    expect(list).not.toContain('Sample Person');
    const task = plain((await lead.get(taskPath)).body);
    expect(task).toContain('Under 13');
    expect(task).toContain('Sample');
    expect(task).toContain('The SARC is reached through the police or social care only');
  });

  it('are not there for those who have no use for them', async () => {
    const sarc = await web().signedIn('sarc');
    for (const browser of [desk.officer, sarc]) {
      for (const path of ['/safeguarding', taskPath, `${taskPath}/tell`, `${casePath}/person`])
        expect((await browser.get(path)).statusCode).toBe(404);
    }
    expect((await lead.get(casePath)).statusCode).toBe(404);
    expect((await lead.get(`${casePath}/person`)).statusCode).toBe(404);
    expect((await desk.responder.get(`${taskPath}/end`)).statusCode).toBe(404);
  });

  it('show on the case what the age means and who is seeing to it', async () => {
    const page = plain((await desk.responder.get(`${casePath}/person`)).body);
    expect(page).toContain('Child under 13: tell child protection');
    expect(page).toContain('A parent’s number is not used until a lead has marked it safe');
  });

  it('ask for what is missing, each beside its field', async () => {
    for (const [path, browser] of [
      [`${taskPath}/tell`, lead],
      [`${taskPath}/wait`, lead],
      [`${taskPath}/end`, lead],
      [`${casePath}/safeguarding/new`, desk.responder],
    ] as const) {
      const sent = await browser.post(path, {});
      expect(sent.statusCode).toBe(400);
      const fields = [...sent.body.matchAll(/<li><a href="#([^"]+)"/g)].map(([, id]) => id);
      expect(fields.length).toBeGreaterThan(0);
      for (const id of fields) expect(sent.body).toContain(`id="${id}"`);
    }
  });

  it('refuse to let a child under 13 go untold, and say what else to do', async () => {
    const sent = await lead.post(`${taskPath}/end`, { reason: 'no-risk-found' });
    expect(sent.statusCode).toBe(400);
    expect(plain(sent.body)).toContain('Children’s social care is told of every child under 13');
  });

  it('record whom was told, then that they have it, and a form that is too late changes nothing', async () => {
    const stale = await lead.get(`${taskPath}/tell`);
    expect((await lead.post(`${taskPath}/tell`, told)).statusCode).toBe(303);
    const task = plain((await lead.get(taskPath)).body);
    expect(task).toContain('Sample Worker Reed');
    expect(task).toContain('Told; they have not answered yet');
    const revision = /name="revision" value="(\d+)"/.exec(stale.body)?.[1] ?? '';
    expect((await lead.post(`${taskPath}/tell`, { ...told, revision })).statusCode).toBe(409);
    const answered = await lead.post(`${taskPath}/answer`, {}, { on: taskPath });
    expect(answered.statusCode).toBe(303);
    expect(plain((await lead.get('/safeguarding/done')).body)).toContain('Told, and they have it');
    expect(plain((await lead.get(taskPath)).body)).not.toContain('Sample Worker Reed');
  });

  it('let a responder raise a worry about an adult, which the lead then reads', async () => {
    const path = await desk.aCase();
    const sent = await desk.responder.post(`${path}/safeguarding/new`, {
      kind: 'adult-at-risk',
      why: 'A sample worry',
      againDay: '9',
      againMonth: '3',
      againYear: '2026',
    });
    expect(sent.headers.location).toBe(`${path}/person`);
    expect(plain((await lead.get('/safeguarding')).body)).toContain('An adult may be at risk');
  });
});
