import fc from 'fast-check';
import { BANNED_STEMS } from '../message-templates/banned-words';
import { fillPersonTemplate, personTemplateFaults, type PersonTemplateBody } from './person-template';

const SOUND: PersonTemplateBody = {
  subject: 'Speak soon',
  mail: 'We will ring you on {{day}} at {{time}}.',
  phone: 'We will ring you on {{day}} at {{time}}.',
};
/** The words of an invented area. */
const LOCAL = ['sampleshire'];
const withPhone = (phone: string) => ({ ...SOUND, phone });
const faults = (body: PersonTemplateBody) =>
  personTemplateFaults(body, LOCAL).map(({ part, kind, about }) => [part, kind, about]);

describe('a message to a person', () => {
  it('is sound with a day, a time and plain words', () => {
    expect(faults(SOUND)).toEqual([]);
  });

  it.each<[string, PersonTemplateBody, unknown[]]>([
    ['is empty', withPhone(' '), ['phone', 'empty', '']],
    ['says no time', withPhone('On {{day}}.'), ['phone', 'missing-placeholder', 'time']],
    ['asks for a name', withPhone('{{name}}: {{day}} {{time}}'), ['phone', 'unknown-placeholder', 'name']],
    ['has loose braces', withPhone('{day} {{day}} {{time}}'), ['phone', 'unknown-placeholder', '']],
    ['holds a number', withPhone('{{day}} {{time}} 07700'), ['phone', 'address-or-number', '']],
    ['holds a link', withPhone('{{day}} {{time}} https://a.example'), ['phone', 'address-or-number', '']],
    ['is longer than a text', withPhone(`{{day}} {{time}} ${'x'.repeat(140)}`), ['phone', 'too-long', '']],
    [
      'has a time in its subject',
      { ...SOUND, subject: '{{day}}' },
      ['subject', 'unknown-placeholder', 'day'],
    ],
    [
      'has a subject of two lines',
      { ...SOUND, subject: 'Soon\nBcc: everyone' },
      ['subject', 'several-lines', ''],
    ],
    ['names the service', withPhone('Waymark: {{day}} {{time}}'), ['phone', 'banned-word', 'waymark']],
    ['names a centre', withPhone('Sampleshire, {{day}} {{time}}'), ['phone', 'banned-word', 'sampleshire']],
    ['says support', withPhone('Your support, {{day}} {{time}}'), ['phone', 'banned-word', 'support']],
  ])('that %s has that fault', (_, body, fault) => {
    expect(faults(body)).toEqual([fault]);
  });

  it('P5 never says what staff are not written either, in any part', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...BANNED_STEMS),
        fc.constantFrom('subject', 'mail', 'phone'),
        (stem, part) => {
          const body = { ...SOUND, [part]: `${SOUND[part as 'phone']} ${stem}s` };
          expect(faults(body)).toContainEqual([part, 'banned-word', `${stem}s`]);
        },
      ),
    );
  });

  it('fills each placeholder once: a value that looks like one is not filled again', () => {
    expect(fillPersonTemplate('{{day}}|{{time}}', { day: '{{time}}', time: '4pm' })).toBe('{{time}}|4pm');
  });
});
