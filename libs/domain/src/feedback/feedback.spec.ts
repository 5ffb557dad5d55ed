import { instant } from '../time';
import { FEEDBACK_ANSWERS, feedbackRefusal } from './feedback';

const NOW = instant('2026-03-02T10:00:00Z');
const silent = { informed: 'not-asked', updated: 'not-asked', supported: 'not-asked' } as const;

describe('what somebody says of services', () => {
  it('is asked of nobody who did not agree to be asked', () => {
    const answers = { ...silent, informed: 'no' } as const;
    expect(feedbackRefusal({ consent: null, answers, happenedAt: NOW, now: NOW })).toBe('no-consent-to-ask');
  });

  it.each(FEEDBACK_ANSWERS)('with “%s” alone is kept unless nothing was asked', (informed) => {
    const answers = { ...silent, informed };
    const refusal = feedbackRefusal({ consent: 'said-yes-now', answers, happenedAt: NOW, now: NOW });
    expect(refusal).toBe(informed === 'not-asked' ? 'nothing-said' : null);
  });

  it('has been said, and not yet to be said', () => {
    const happenedAt = instant('2026-03-02T10:00:01Z');
    const answers = { ...silent, updated: 'yes' } as const;
    const refusal = feedbackRefusal({ consent: 'said-yes-before', answers, happenedAt, now: NOW });
    expect(refusal).toBe('feedback-in-the-future');
  });
});
