import { useInstance } from '../../support/instance';
import { PromiseActs } from '../../support/promise';
import { MONDAY } from '../consent/support';
import { DeskActs } from '../data-protection/support';
import { REPORTED } from '../service-requests/support';
import { NoteActs } from './support';

const instance = useInstance();
const promise = new PromiseActs(instance);
const desk = new DeskActs(instance);
const notes = new NoteActs(instance);

beforeAll(async () => {
  await instance().setNow(MONDAY);
  await notes.open();
});
afterAll(() => notes.close());

it('the copy that somebody asks for has their notes, each put aside to be read before it goes out', async () => {
  const { caseId } = await promise.refer(REPORTED);
  await notes.written(caseId, 'contact', 'responder', { text: 'Rang at the agreed time.' });
  await notes.written(caseId, 'supervision', 'lead', { text: 'Talked over with the owner.' });
  const [row] = await instance().admin<{ reference: string }>(
    'select reference from app.case_file where case_id = $1',
    [caseId],
  );
  const receivedAt = await instance().webWork.read(instance().persona('dpo'), async (_, now) => now);
  const id = await desk.received({ caseReference: row!.reference, receivedAt });
  await desk.change(id, { kind: 'confirm-identity', how: 'code-word' });
  await desk.beginReview(id);
  const review = await desk.review(id);
  if (review.kind !== 'review') throw new Error(review.kind);
  const told = JSON.stringify(review.items);
  expect(told).toContain('Rang at the agreed time.');
  expect(told).toContain('Talked over with the owner.');
  const seen = await instance().admin<{ what: string }>(
    `select distinct what from app.access_log where basis like 'data-request%' and what like '%notes' order by 1`,
  );
  expect(seen.map(({ what }) => what)).toEqual(['contact-notes', 'supervision-notes']);
});
