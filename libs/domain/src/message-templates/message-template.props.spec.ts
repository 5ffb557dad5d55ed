import fc from 'fast-check';
import { BANNED_STEMS, bannedWordsIn } from './banned-words';
import { fillTemplate, templateFaults, type TemplateBody } from './message-template';

/** The words of an invented area. */
const LOCAL = ['sampleshire'];
const SOUND: TemplateBody = {
  one: { subject: 'Waymark: {{reference}} needs you', body: '{{reference}} needs you.\n\nOpen it: {{link}}' },
  many: { subject: 'Waymark: {{count}} references need you', body: '{{references}}\n\nOpen them: {{link}}' },
};

const withBody = (body: string): TemplateBody => ({ ...SOUND, one: { ...SOUND.one, body } });
const kinds = (body: TemplateBody) =>
  templateFaults(body, LOCAL).map(({ part, kind, about }) => [part, kind, about]);

describe('a message template', () => {
  it('is sound with a reference, a link and plain words', () => {
    expect(templateFaults(SOUND, LOCAL)).toEqual([]);
  });

  it.each<[string, TemplateBody, unknown[]]>([
    ['is empty', withBody(' \n'), ['oneBody', 'empty', '']],
    ['has no link', withBody('{{reference}}'), ['oneBody', 'missing-placeholder', 'link']],
    [
      'names another placeholder',
      withBody('{{reference}} {{name}} {{link}}'),
      ['oneBody', 'unknown-placeholder', 'name'],
    ],
    ['has loose braces', withBody('{{reference}} {link} {{link}}'), ['oneBody', 'unknown-placeholder', '']],
    [
      'leads elsewhere',
      withBody('{{reference}} {{link}} https://a.example'),
      ['oneBody', 'address-or-number', ''],
    ],
    [
      'holds a number to ring',
      withBody('{{reference}} {{link}} 07700 900123'),
      ['oneBody', 'address-or-number', ''],
    ],
    [
      'holds an address',
      withBody('{{reference}} {{link}} a@b.example'),
      ['oneBody', 'address-or-number', ''],
    ],
    ['is too long', withBody(`{{reference}} {{link}} ${'x'.repeat(400)}`), ['oneBody', 'too-long', '']],
    [
      'has a subject of two lines',
      { ...SOUND, one: { ...SOUND.one, subject: 'Waymark\nBcc: everyone' } },
      ['oneSubject', 'several-lines', ''],
    ],
  ])('that %s has that fault', (_, body, fault) => {
    expect(kinds(body)).toEqual([fault]);
  });

  it('P5 never says a banned word, however it is written or bent', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...BANNED_STEMS, ...LOCAL),
        fc.constantFrom('', 's', 'ed', 'ing', 'ation'),
        fc.constantFrom(' ', '\n', '-', ': ', '/', '“'),
        fc.boolean(),
        (stem, ending, before, loud) => {
          const word = loud ? `${stem}${ending}`.toUpperCase() : `${stem}${ending}`;
          expect(bannedWordsIn(`ok${before}${word}.`, [...BANNED_STEMS, ...LOCAL])).toEqual([
            `${stem}${ending}`,
          ]);
          expect(templateFaults(withBody(`{{reference}}${before}${word} {{link}}`), LOCAL)).toContainEqual({
            part: 'oneBody',
            kind: 'banned-word',
            about: `${stem}${ending}`,
          });
        },
      ),
    );
  });

  it('fills placeholders once: a value that looks like one is not filled again', () => {
    fc.assert(
      fc.property(fc.string(), (value) => {
        expect(fillTemplate('{{reference}}|{{link}}', { reference: value, link: 'L' })).toBe(`${value}|L`);
      }),
    );
  });
});
