import { nextLines } from './rights.page';
import type { RightsShown } from './rights-reading';
import { RIGHTS, SHEET, TWELVE } from './rights.copy';

/** The sheet that a person may keep: twelve rights, and what is due next by right and not by what happened. */
export function sheetPage(parts: RightsShown, { easy }: { readonly easy: boolean }) {
  const { base } = parts;
  return {
    words: SHEET,
    title: easy ? SHEET.easyTitle : SHEET.title,
    intro: easy ? SHEET.easyIntro : SHEET.intro,
    rights: TWELVE.map(({ title, plain, easy: short }) =>
      easy ? { title: null, text: short } : { title, text: plain },
    ),
    next: nextLines(parts)
      .filter(({ ofThePerson }) => !ofThePerson)
      .map(({ right, owedBy, due }) => SHEET.nextLine(RIGHTS.right(right), owedBy, due)),
    backHref: base,
    otherHref: easy ? `${base}/sheet` : `${base}/sheet/easy-read`,
    otherText: easy ? SHEET.switchPlain : SHEET.switchEasy,
  };
}
