import type { CaseId } from '#libs/domain';
import type { Browser } from 'playwright-core';
import { DutyActs } from '../integration/duties/support';
import { facts, TrackActs } from '../integration/tracks/support';
import { launchChromium, withChromium } from '../support/chromium';
import { openDesk, type Desk } from '../support/desk';
import { useWeb } from '../support/web';
import { inspectEmptyForm } from './support/every-page/empty-forms';
import { Inspector } from './support/every-page/inspection';

withChromium('the pages of rights in Chromium (skipped where it is not installed)', () => {
  const web = useWeb();
  const duties = new DutyActs(() => web().instance);
  const tracks = new TrackActs(() => web().instance);
  let browser: Browser;
  let desk: Desk;
  let base: string;
  let caseId: CaseId;

  beforeAll(async () => {
    await web().listen();
    browser = await launchChromium();
    desk = await openDesk(web());
    const path = await desk.aCase();
    caseId = path.split('/')[2] as CaseId;
    base = `${path}/rights`;
    await duties.answerAll();
    await duties.tell(caseId, 'complaint_received', '2026-03-02T10:01:00Z');
    const trackId = await tracks.openedOf(caseId);
    await tracks.recorded(trackId, facts('suspect-arrested', '2026-03-02T10:02:00Z'));
    await tracks.recorded(trackId, facts('suspect-arrested', '2026-03-02T10:03:00Z'));
  });
  afterAll(async () => {
    await browser?.close();
  });

  const faultsOf = async (persona: string, paths: readonly string[], forms: readonly string[]) => {
    const inspector = await Inspector.open(browser, web().publicUrl, async () =>
      (await web().signedIn(persona)).jar(),
    );
    const faults: string[] = [];
    for (const path of paths) {
      const seen = await inspector.inspect(path, `${persona} ${path}`);
      faults.push(...seen.faults.map((fault) => `${path}: ${fault}`));
    }
    for (const path of forms)
      faults.push(...(await inspectEmptyForm(inspector.watched, { path, form: path })));
    await inspector.close();
    return faults;
  };

  it('have no barrier for whoever keeps them, and say what is missing', async () => {
    const { id } = await duties.one(caseId, 'R12.1');
    const forms = ['events/new', 'enhanced', `${id}/deliver`, `${id}/decline`, `${id}/not-applicable`].map(
      (end) => `${base}/${end}`,
    );
    const pages = [base, `${base}/sheet`, `${base}/sheet/easy-read`, ...forms];
    expect(await faultsOf('responder', pages, forms)).toEqual([]);
  });

  it('have none for whoever keeps the catalogue', async () => {
    const pages = ['/victims-code', '/victims-code/compare?before=2021&after=2026-draft'];
    expect(await faultsOf('administrator', pages, [])).toEqual([]);
  });
});
