import { JournalSealer } from '#libs/persistence';
import { Client } from 'pg';
import { OpenCase } from '#libs/casework';
import { isReceipt, verifyReceipt } from '../../../apps/cli/src/audit-export/verify-receipt';
import { plain } from '../../support/desk';
import { PromiseActs, type ReferredCase } from '../../support/promise';
import { sealedUp } from '../../support/sealed-up';
import { newSealSigner } from '../../support/seal-keys';
import { useWeb } from '../../support/web';

const web = useWeb();
const acts = new PromiseActs(() => web().instance);
const signer = newSealSigner();
let referred: ReferredCase;
let fresh: ReferredCase;

beforeAll(async () => {
  const { setNow, worker, webWork, vault, persona } = web().instance;
  await setNow('2026-03-02T10:05:00Z');
  referred = await acts.refer('2026-03-02T10:00:00Z');
  await new OpenCase(webWork, vault).execute(persona('responder'), referred.caseId);
  await sealedUp(web().instance, new JournalSealer(worker, { signer, limit: 1 }));
  fresh = await acts.refer('2026-03-02T10:00:00Z');
});

describe('the seal of the journal', () => {
  it('says when it was last sealed, how many rows wait, and which heads there are', async () => {
    const { statusCode, body } = await (await web().signedIn('auditor')).get('/audit/seals');
    expect(statusCode).toBe(200);
    const [last] = await web().instance.admin<{ number: string; size: string; root: string }>(
      `select number, size, encode(root, 'hex') as root from app.journal_seal order by number desc limit 1`,
    );
    const [waits] = await web().instance.admin<{ n: string }>(
      `select (select count(*) from app.journal) + (select count(*) from app.access_log)
         - (select count(*) from app.sealed_leaf) as n`,
    );
    expect(Number(waits!.n)).toBeGreaterThan(0);
    expect(plain(body)).toContain(`Rows sealed ${last!.size}`);
    expect(plain(body)).toContain(`Rows that wait ${waits!.n}`);
    expect(body).toContain(last!.root);
    expect(body).toContain(signer.keyId);
    expect(body).toContain(`href="/audit/seals/${last!.number}"`);
  });

  it('hands out a head as a file, to keep elsewhere', async () => {
    const auditor = await web().signedIn('auditor');
    const { statusCode, headers, body } = await auditor.get('/audit/seals/1');
    expect(statusCode).toBe(200);
    expect(headers['content-disposition']).toBe('attachment; filename="head-1.json"');
    expect(JSON.parse(body)).toMatchObject({ format: 'waymark-head-1', number: 1, keyId: signer.keyId });
  });

  it('goes on page by page, each head once', async () => {
    const auditor = await web().signedIn('auditor');
    const first = (await auditor.get('/audit/seals?before=4')).body;
    expect([...first.matchAll(/href="\/audit\/seals\/(\d+)"/g)].map(([, number]) => number)).toEqual([
      '3',
      '2',
      '1',
    ]);
  });

  it.each(['0', '-1', 'x', '99999999999999999', '1e3'])('knows no head %s', async (number) => {
    const auditor = await web().signedIn('auditor');
    expect((await auditor.get(`/audit/seals/${number}`)).statusCode).toBe(404);
    expect((await auditor.get(`/audit/seals?before=${number}`)).statusCode).toBe(404);
  });
});

describe('the proof of one receipt', () => {
  it('P9 is a file that proves the row of the referral without the service', async () => {
    const auditor = await web().signedIn('auditor');
    const page = await auditor.get(`/audit/receipt?reference=+${referred.reference.toLowerCase()}`);
    expect(page.statusCode).toBe(200);
    expect(plain(page.body)).toContain(`The referral ${referred.reference} is row `);
    const { headers, body } = await auditor.get(`/audit/receipt/${referred.reference}`);
    expect(headers['content-disposition']).toBe(`attachment; filename="receipt-${referred.reference}.json"`);
    const receipt: unknown = JSON.parse(body);
    if (!isReceipt(receipt)) throw new Error('no receipt');
    expect(receipt.row).toMatchObject({ type: 'referral.submitted', subject: { id: referred.referralId } });
    expect(verifyReceipt(receipt, { keys: [signer.publicKey] })).toEqual([]);
  });

  it('P9 proves nothing once anything of it was changed', async () => {
    const { body } = await (await web().signedIn('auditor')).get(`/audit/receipt/${referred.reference}`);
    const receipt: unknown = JSON.parse(body);
    if (!isReceipt(receipt)) throw new Error('no receipt');
    const { head, row, path } = receipt;
    const hash = 'ab'.repeat(32);
    const changed = [
      { ...receipt, leafHash: hash },
      { ...receipt, leafIndex: receipt.leafIndex + 1 },
      { ...receipt, path: path.with(0, hash) },
      { ...receipt, path: path.slice(1) },
      { ...receipt, row: { ...row!, reason: 'typed-wrongly' } },
      { ...receipt, head: { ...head, root: hash } },
      { ...receipt, head: { ...head, size: head.size + 1 } },
    ];
    for (const other of changed) expect(verifyReceipt(other).length).toBeGreaterThan(0);
    expect(verifyReceipt(receipt, { keys: [newSealSigner().publicKey] })).toEqual([
      expect.stringContaining('is not the one that you were given'),
    ]);
  });

  it('waits for the next seal, and asks for a reference that exists', async () => {
    const auditor = await web().signedIn('auditor');
    const waiting = await auditor.get(`/audit/receipt?reference=${fresh.reference}`);
    expect(waiting.body).toContain('is not sealed yet');
    expect((await auditor.get(`/audit/receipt/${fresh.reference}`)).statusCode).toBe(404);
    const unknown = await auditor.get('/audit/receipt?reference=WM-0000-0000');
    expect([unknown.statusCode, unknown.body.includes('There is no referral with this reference')]).toEqual([
      404,
      true,
    ]);
    for (const asked of ['reference=', 'reference=%00', 'reference=a&reference=b']) {
      expect((await auditor.get(`/audit/receipt?${asked}`)).statusCode).toBe(400);
    }
    expect((await auditor.get('/audit/receipt')).statusCode).toBe(200);
  });

  it('is the officer’s too, of the own team’s referral, as hashes without the row', async () => {
    const path = `/referrals/${referred.referralId}/receipt/proof`;
    const officer = await web().signedIn('officer');
    expect((await officer.get(`/referrals/${referred.referralId}/receipt`)).body).toContain(`href="${path}"`);
    const { statusCode, body } = await officer.get(path);
    expect(statusCode).toBe(200);
    const receipt: unknown = JSON.parse(body);
    if (!isReceipt(receipt)) throw new Error('no receipt');
    expect(receipt.row).toBeNull();
    expect(verifyReceipt(receipt, { keys: [signer.publicKey] })).toEqual([]);
    expect((await officer.get(`/referrals/${fresh.referralId}/receipt/proof`)).statusCode).toBe(404);
    for (const persona of ['officer-south', 'responder', 'lead', 'commissioner']) {
      expect([persona, (await (await web().signedIn(persona)).get(path)).statusCode]).toEqual([persona, 404]);
    }
  });
});

describe('these pages', () => {
  it('are the auditor’s alone', async () => {
    for (const persona of ['officer', 'responder', 'lead', 'manager', 'commissioner', 'administrator']) {
      const browser = await web().signedIn(persona);
      for (const path of [
        '/audit/seals',
        '/audit/seals/1',
        '/audit/receipt',
        `/audit/receipt/${referred.reference}`,
      ]) {
        expect([persona, path, (await browser.get(path)).statusCode]).toEqual([persona, path, 404]);
      }
    }
  });

  it('P9 mark who saw what where somebody changed it, and search by person', async () => {
    const auditor = await web().signedIn('auditor');
    const shown = async () => (await auditor.get(`/audit/access?person=${referred.personId}`)).body;
    expect(await shown()).toContain('Name and date of birth or age');
    expect(await shown()).not.toContain('Altered:');
    expect((await auditor.get(`/audit/access?person=${fresh.personId}`)).body).toContain(
      'Nothing was opened that matches',
    );
    expect((await auditor.get('/audit/access?person=x')).statusCode).toBe(400);
    const client = new Client({ connectionString: web().instance.database.adminUrl });
    await client.connect();
    await client.query(`set session_replication_role = replica; update app.access_log set basis = 'nothing'`);
    await client.end();
    expect(await shown()).toContain('Altered: it does not give the hash');
  });
});
