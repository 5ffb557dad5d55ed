import type { CaseId, MatchReviewId } from '#libs/domain';
import { promptsOf } from './prompts.page';

const about = { caseId: 'c1', band: '25-39', bornOn: null, today: '2026-03-02', like: [] } as const;
const titles = (change: Partial<Parameters<typeof promptsOf>[0]>) =>
  promptsOf({ ...about, ...change }).map(({ title }) => title);

describe('what a case says before anything else', () => {
  it.each([
    ['under-13', ['Under 13']],
    ['13-15', ['13 to 15']],
    ['16-17', ['16 or 17']],
    ['18-24', []],
  ] as const)('at %s is what that age asks for', (band, said) => {
    expect(titles({ band })).toEqual(said);
  });

  it.each([
    ['90 days before', '2008-05-31', ['16 or 17', 'Turning 18 soon']],
    ['91 days before', '2008-06-01', ['16 or 17']],
    ['the day before', '2008-03-03', ['16 or 17', 'Turning 18 soon']],
  ])('an 18th birthday is told %s', (_when, bornOn, said) => {
    expect(titles({ band: '16-17', bornOn })).toEqual(said);
  });

  it('a 16th birthday that comes soon is nothing to say here', () => {
    expect(titles({ band: '13-15', bornOn: '2010-03-20' })).toEqual(['13 to 15']);
  });

  it('leads to a linked case, and to the comparison that waits', () => {
    const like = [
      { caseId: 'c2' as CaseId, reference: 'WM-1', reviewId: 'r1' as MatchReviewId, linked: true },
      { caseId: 'c3' as CaseId, reference: 'WM-2', reviewId: 'r2' as MatchReviewId, linked: false },
    ];
    const links = promptsOf({ ...about, like }).flatMap((prompt) => prompt.links.map(({ href }) => href));
    expect(links).toEqual(['/cases/c2', '/matches/r2']);
  });
});
