import { ReleaseWaitingFigures } from '#libs/casework';
import { openDesk, plain, type Desk } from '../../support/desk';
import { useWeb } from '../../support/web';
import { press, sentRequest } from './service-request-support';
import { disclosureOf } from '../../support/disclosure';

const web = useWeb();
let desk: Desk;

beforeEach(async () => {
  desk = await openDesk(web());
});

describe('waiting lists', () => {
  it('are as they stand for whoever keeps them, and published once a month to a commissioner (P7)', async () => {
    const { atService } = await sentRequest(desk);
    const coordinator = await web().signedIn('coordinator');
    await press(coordinator, atService, 'accept');
    const own = plain((await coordinator.get('/waiting-lists')).body);
    expect(own).toContain('Willow Advocacy: advisers for adults');
    expect(own).not.toContain('Oakwood Place, the sexual');
    const lead = await web().signedIn('lead');
    const all = plain((await lead.get('/waiting-lists')).body);
    expect(all).toContain('Oakwood Place, the sexual assault referral centre');
    const commissioner = await web().signedIn('commissioner');
    expect(plain((await commissioner.get('/waiting-lists')).body)).toContain('Nothing is published yet');
    const { workerWork, pack } = web().instance;
    await new ReleaseWaitingFigures(workerWork, pack.timezone, disclosureOf(pack)).execute();
    const page = plain((await commissioner.get('/waiting-lists')).body);
    expect(page).toMatch(/Counted at the start of .* 1 /);
    expect(page).toContain('Willow Advocacy: advisers for adults');
    expect(page).not.toMatch(/WM-\d|Quill|Times as at/);
    const { body } = await commissioner.get('/waiting-lists');
    const [drawing = ''] = /<svg class="waymark-chart".*?<\/svg>/s.exec(body) ?? [];
    const [described = ''] = /<desc[^>]*>.*<\/desc>/.exec(drawing) ?? [];
    expect(described).toContain('The same throughout: 0.');
    expect(drawing).not.toMatch(/ style=|<style|<script/);
    expect((await lead.get('/waiting-lists')).body).not.toContain('<svg class="waymark-chart"');
    for (const key of ['officer', 'responder', 'adviser', 'auditor'])
      expect([key, (await (await web().signedIn(key)).get('/waiting-lists')).statusCode]).toEqual([key, 404]);
  });
});
