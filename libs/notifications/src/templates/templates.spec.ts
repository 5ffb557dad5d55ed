import fc from 'fast-check';
import { HOUR, instant, plus, type MessageTemplate, type PersonTemplate } from '#libs/domain';
import * as templates from '.';
import { personMessage } from './person-message';
import { staffMessage } from './staff-message';

const WAITING: MessageTemplate = {
  id: 'alerts-waiting',
  version: 1,
  one: { subject: 'Waymark: {{reference}} needs you', body: '{{reference}} needs you.\n\nOpen it: {{link}}' },
  many: {
    subject: 'Waymark: {{count}} references need you',
    body: 'These need you:\n{{references}}\n\nOpen them: {{link}}',
  },
};

const RING: PersonTemplate = {
  id: 'reminder',
  version: 1,
  subject: 'Speak soon',
  mail: 'Ring: {{day}}, {{time}}.',
  phone: 'Ring: {{day}}, {{time}}.',
};

/** The words of an invented area. */
const tellingWords = ['sampleshire'];

const alertsWaiting = (message: { references: readonly string[]; publicUrl: string }) =>
  staffMessage({ template: WAITING, tellingWords, ...message });

const LETTER = fc.constantFrom(...'0123456789ABCDEFGHJKMNPQRSTVWXYZ');
const group = fc.array(LETTER, { minLength: 4, maxLength: 4 }).map((letters) => letters.join(''));
const reference = fc.tuple(group, group).map(([a, b]) => `WM-${a}-${b}`);
const publicUrl = 'https://waymark.example';
const link = 'https://waymark.example/alerts';

/** Everything a template of ours may say once references, link and counts are taken out. */
const WORDS = new Set([
  'Waymark: REFERENCE needs you',
  'Waymark: N references need you',
  'REFERENCE needs you.',
  'These need you:',
  'REFERENCE',
  'and N more',
  'Open it: LINK',
  'Open them: LINK',
  '',
]);

function bare(text: string, references: readonly string[]): string[] {
  const masked = references
    .reduce((rest, one) => rest.replaceAll(one, 'REFERENCE'), text)
    .replaceAll(link, 'LINK');
  return masked.split('\n').map((line) => line.replace(/\b\d+\b/, 'N'));
}

describe('message templates', () => {
  it('name the reference and the alerts page, in plain words', () => {
    expect(alertsWaiting({ references: ['WM-4F7K-9Q2D'], publicUrl })).toEqual({
      subject: 'Waymark: WM-4F7K-9Q2D needs you',
      body: 'WM-4F7K-9Q2D needs you.\n\nOpen it: https://waymark.example/alerts\n',
    });
  });

  it('collapse several alerts into one message that lists each reference once', () => {
    const { subject, body } = alertsWaiting({
      references: ['WM-4F7K-9Q2D', 'WM-0000-AAAA', 'WM-4F7K-9Q2D'],
      publicUrl,
    });

    expect(subject).toBe('Waymark: 2 references need you');
    expect(body).toBe(
      'These need you:\nWM-0000-AAAA\nWM-4F7K-9Q2D\n\nOpen them: https://waymark.example/alerts\n',
    );
  });

  it('P5 can carry nothing but references, a count and the link, whatever is waiting', () => {
    fc.assert(
      fc.property(fc.uniqueArray(reference, { minLength: 1, maxLength: 40 }), (references) => {
        const { subject, body } = alertsWaiting({ references, publicUrl });
        return [...bare(subject, references), ...bare(body, references)].every((line) => WORDS.has(line));
      }),
    );
  });

  it('P5 refuse anything else in the place of a reference', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(() => alertsWaiting({ references: [text], publicUrl })).toThrow('only a reference');
      }),
    );
    expect(() => alertsWaiting({ references: ['WM-4F7K-9Q2D\nSample Person'], publicUrl })).toThrow(
      'only a reference',
    );
  });

  it('P5 take the place of the link from the service alone: no path, query or user name gets in', () => {
    const { body } = alertsWaiting({
      references: ['WM-4F7K-9Q2D'],
      publicUrl: 'https://someone:secret@waymark.example/cases/1?who=x',
    });

    expect(body).toBe('WM-4F7K-9Q2D needs you.\n\nOpen it: https://waymark.example/alerts\n');
  });

  it('lead to the page of their kind', () => {
    const urgent = staffMessage({
      template: { ...WAITING, id: 'urgent-page' },
      references: ['WM-4F7K-9Q2D'],
      publicUrl,
      tellingWords,
    });
    expect(urgent.body).toBe('WM-4F7K-9Q2D needs you.\n\nOpen it: https://waymark.example/alerts/urgent\n');
  });

  it('P5 are never sent with a fault in them', () => {
    for (const told of ['Ring the victim.', 'Ring Sampleshire.']) {
      const one = { subject: 'Waymark', body: `${told} {{reference}} {{link}}` };
      const message = {
        template: { ...WAITING, one },
        references: ['WM-4F7K-9Q2D'],
        publicUrl,
        tellingWords,
      };
      expect(() => staffMessage(message)).toThrow('with faults');
    }
  });

  it('P5 to people say a day and a time, and nothing else but their own words', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 5_000 }), (hours) => {
        const aboutAt = plus(instant('2026-03-02T10:00:00Z'), hours * HOUR);
        const channel = hours % 2 === 0 ? 'email' : 'text';
        const { subject, body } = personMessage({
          template: RING,
          channel,
          aboutAt,
          timezone: 'Europe/London',
          tellingWords,
        });
        expect(subject).toBe(channel === 'email' ? 'Speak soon' : '');
        expect(body).toMatch(/^Ring: \w+day \d{1,2} \w+, (\d{1,2}(:\d\d)?[ap]m|midday)\.\n?$/);
      }),
    );
  });

  it.each([
    ['2026-03-03T16:00:00Z', 'Ring: Tuesday 3 March, 4pm.'],
    ['2026-06-02T08:30:00Z', 'Ring: Tuesday 2 June, 9:30am.'],
    ['2026-03-03T12:00:00Z', 'Ring: Tuesday 3 March, midday.'],
    ['2026-03-03T00:05:00Z', 'Ring: Tuesday 3 March, 12:05am.'],
  ])('to people name %s as they say it', (at, words) => {
    const message = {
      template: RING,
      channel: 'text',
      aboutAt: instant(at),
      timezone: 'Europe/London',
      tellingWords,
    } as const;
    expect(personMessage(message).body).toBe(words);
  });

  it('P5 to people are never sent with a fault in them', () => {
    const template = { ...RING, phone: 'Sampleshire: {{day}} {{time}}' };
    const aboutAt = instant('2026-03-03T16:00:00Z');
    const message = { template, channel: 'text', aboutAt, timezone: 'Europe/London', tellingWords } as const;
    expect(() => personMessage(message)).toThrow('with faults');
  });

  it('are all covered here: a new way to make a message joins these tests', () => {
    expect(Object.keys(templates).toSorted()).toEqual(['personMessage', 'requireReference', 'staffMessage']);
  });
});
