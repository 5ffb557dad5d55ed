import { withChromium } from '../support/chromium';
import { useWholeProduct } from './support/whole-product';
import type { Visitor } from './support/visitor';

jest.setTimeout(180_000);

withChromium('those who guard what is known of a person, in Chromium without JavaScript', () => {
  const product = useWholeProduct();

  afterAll(() => expect(product().troubles()).toEqual([]));

  const one = async <Row>(sql: string, values: unknown[] = []): Promise<Row> => {
    const [row] = await product().web.instance.admin<Row>(sql, values);
    if (row === undefined) throw new Error('the stories hold none');
    return row;
  };
  const openCase = (nth: number) =>
    one<{ path: string; reference: string }>(
      `select '/cases/' || case_id as path, reference from app.case_file c
       where closed_at is null and not walled and act_by_at is not null
         and not exists (select from app.safeguarding_task t where t.person_id = c.person_id)
         and not exists (select from app.information_request r where r.person_id = c.person_id)
         and not exists (select from app.legal_hold h where h.person_id = c.person_id) order by opened_at, case_id offset $1 limit 1`,
      [nth],
    );
  const send = (visitor: Visitor) => visitor.page.locator('main form button[type="submit"]').last().click();
  const statusOf = async (visitor: Visitor, path: string) =>
    (await visitor.page.goto(product().web.publicUrl + path))?.status();

  it('P7 a wall hides a case from a team, an emergency opens it for one of them, and another person reviews that', async () => {
    const [lead, responder, dpo] = [
      await product().as('lead'),
      await product().as('responder'),
      await product().as('dpo'),
    ];
    const { path, reference } = await openCase(0);
    await lead.lookAt(`${path}/walls`);
    await lead.fill({ who: 'team', basis: 'person-said' });
    await lead.press('Set the wall');
    expect(await lead.words).toContain('The wall stands.');
    await lead.look();
    expect(await statusOf(responder, path)).toBe(404);

    await responder.lookAt('/break-glass/new');
    await responder.fill({ reference, reason: 'danger-to-life', why: 'Invented: nobody else is here.' });
    await responder.press('Open the case for one hour');
    expect(await responder.words).toContain('The case is open to you for one hour.');
    expect(await statusOf(responder, `${path}/call`)).toBe(200);

    await dpo.lookAt('/break-glass');
    await dpo.page.getByRole('link', { name: new RegExp(`review.*${reference}`) }).click();
    expect(await dpo.words).toContain('Invented: nobody else is here.');
    await dpo.look();
    await dpo.fill({ review: 'justified' });
    await dpo.press('Save the review');
    expect(await dpo.words).toContain('The review is saved.');
  });

  it('P7 a conflict that the worker found is read and decided by a duty lead, and by nobody else', async () => {
    const lead = await product().as('lead');
    await lead.until('/conflicts', 'Read and decide');
    await lead.look();
    await lead.follow(/Read and decide/);
    const path = new URL(lead.page.url()).pathname;
    await lead.look();
    const responder = await product().as('responder');
    expect([await statusOf(responder, '/conflicts'), await statusOf(responder, path)]).toEqual([404, 404]);
    await lead.fill({ decision: 'not-the-same' });
    await lead.press('Save the decision');
    expect(await lead.words).toContain('The decision is saved.');
  });

  it('P6 an adviser reads what was shared; a person who takes it back closes it at once', async () => {
    const [adviser, responder] = [await product().as('adviser'), await product().as('responder')];
    await adviser.lookAt('/shared');
    await adviser.follow(/^WM-/);
    await adviser.look();
    const share = new URL(adviser.page.url()).pathname;
    const { path } = await one<{ path: string }>(
      `select '/cases/' || case_id as path from app.share where share_id = $1`,
      [share.split('/')[2]],
    );
    await responder.goTo(`${path}/consent`);
    await responder.page.locator('main a[href*="/consent/withdraw?"][href*="agency"]').first().click();
    await responder.look();
    await responder.fillTheFirst();
    await send(responder);
    await responder.look();
    expect(await statusOf(adviser, share)).toBe(404);
    await adviser.lookAt('/shared/notices');
  });

  it('P3 a safeguarding lead says whom they told and that the body has it, against a clock', async () => {
    const lead = await product().as('safeguarding');
    await lead.lookAt('/safeguarding');
    const { path } = await one<{ path: string }>(
      `select '/safeguarding/' || task_id as path from app.safeguarding_task where state = 'open' and kind <> 'turning-18'
       order by due_at limit 1`,
    );
    await lead.lookAt(path);
    await lead.lookAt(`${path}/tell`);
    await lead.page.locator('main [name="body"]').first().check();
    const told = { toldDay: '20', toldMonth: '11', toldYear: '2026', toldTime: '11am' };
    await lead.fill({ ...told, spokeTo: 'Sample Worker Reed', theirReference: 'ZZ/SC/0002' });
    await lead.press('Save');
    await lead.look();
    await lead.page.locator(`main form[action^="${path}/"] button`).first().click();
    await lead.look();
    const [task] = await product().web.instance.admin<{ state: string }>(
      'select state from app.safeguarding_task where task_id = $1',
      [path.split('/')[2]],
    );
    expect(task?.state).toBe('acknowledged');
  });

  it('P13 two people erase a record after the person died: the case stays, without a name', async () => {
    const [responder, dpo, manager] = [
      await product().as('responder'),
      await product().as('dpo'),
      await product().as('manager'),
    ];
    const { path, reference } = await openCase(1);
    await responder.goTo(path);
    const [, name = ''] = /Ask for (.+?)\s+WM-/.exec(await responder.words) ?? [];
    expect(name).toContain('Sample');
    await responder.goTo(`${path}/stop-contact`);
    await responder.fill({ cause: 'died' });
    await responder.press('Stop all contact now');

    await dpo.lookAt('/data-protection/erasure');
    await dpo.fill({ reference });
    await dpo.press(/Propose/);
    expect(await dpo.words).toContain('The erasure is proposed.');
    await dpo.page.getByRole('link', { name: reference }).first().click();
    expect(await dpo.words).toContain('another person decides');
    const erasure = new URL(dpo.page.url()).pathname;
    await manager.lookAt(erasure);
    await manager.fill({ change: 'approve' });
    await manager.press('Save');
    await manager.until(erasure, 'Erased');
    await responder.lookAt(path);
    expect(await responder.words).not.toContain(name);
  });

  it('a data protection officer answers a request for a copy of everything, from the letter to the pack', async () => {
    const dpo = await product().as('dpo');
    const { reference } = await openCase(2);
    await dpo.lookAt('/data-protection/requests/new');
    await dpo.fill({
      kind: 'subject-access',
      reference,
      receivedDay: '19',
      receivedMonth: '11',
      receivedYear: '2026',
      via: 'letter',
      requester: 'person',
      name: 'Sample Wren',
      replyTo: 'Sample Lane 1',
      words: 'Everything you have about me, please.',
    });
    await send(dpo);
    await dpo.look();
    const path = new URL(dpo.page.url()).pathname;
    await act(dpo, `${path}/acts/identity`, { answer: 'code-word' });
    await act(dpo, `${path}/acts/collect`);
    await dpo.lookAt(`${path}/review`);
    const items = await dpo.page
      .locator('main a[href*="/review/"]')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
    for (const item of items) {
      const answer = { decision: 'redact', reason: 'names-staff', words: 'Somebody referred you.' };
      await act(dpo, item, answer);
    }
    await act(dpo, `${path}/acts/seal`);
    await dpo.lookAt(`${path}/pack`);
    expect(await dpo.words).toContain('Who looked at your information');
    await act(dpo, `${path}/acts/deliver`, { answer: 'collected' });
    expect(await dpo.words).toContain('They collected it');
  });

  it('two administrators change the words of a mail: one drafts, the other approves', async () => {
    const [first, second] = [await product().as('administrator'), await product().as('administrator-two')];
    await first.lookAt('/message-templates');
    await first.page.getByRole('link', { name: /Draft a new version of Alerts/ }).click();
    await first.look();
    const subject = first.page.locator('main input[type="text"]').first();
    await subject.fill('Please look at {{reference}}');
    await first.fillTheFirst();
    await first.page.locator('main button[value="preview"]').click();
    await first.look();
    await first.page.locator('main button[value="send"]').click();
    await first.look();
    const { path: proposal } = await one<{ path: string }>(
      `select '/proposals/' || proposal_id as path from app.change_proposal where kind = 'message-template'`,
    );

    await second.lookAt('/proposals');
    await second.goTo(proposal);
    await second.look();
    await second.page.locator('main button[value="approve"]').click();
    await second.look();
    await second.goTo('/message-templates');
    expect(await second.words).toContain('Version 2');
  });

  async function act(visitor: Visitor, path: string, answers: Readonly<Record<string, string>> = {}) {
    await visitor.goTo(path);
    await visitor.fill(answers);
    await send(visitor);
    expect(await visitor.page.locator('.govuk-error-summary').count()).toBe(0);
  }
});
