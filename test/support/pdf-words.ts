import { inflateSync } from 'node:zlib';

/**
 * The words of each marked piece of a PDF that Chromium printed, in the order of its pages: a heading, a cell, a
 * paragraph. Read from what the file draws, by the letters that its fonts say stand behind their glyphs.
 */
export function pdfWords(file: Buffer): readonly string[] {
  const objects = objectsOf(file);
  const fontsOf = (page: string): ReadonlyMap<string, ReadonlyMap<string, string>> => {
    const named = [...(/\/Font <<([^>]*)>>/.exec(page)?.[1] ?? '').matchAll(/\/(\w+) (\d+) 0 R/g)];
    return new Map(
      named.map(([, name, id]) => {
        const unicode = /\/ToUnicode (\d+) 0 R/.exec(objects.get(id!)?.head ?? '')?.[1] ?? '';
        return [name!, lettersOf(objects.get(unicode)?.stream() ?? '')];
      }),
    );
  };
  const pages = [...objects.values()].filter(({ head }) => /\/Type \/Page\b(?!s)/.test(head));
  return pages.flatMap(({ head }) => {
    const contents = /\/Contents (\d+) 0 R/.exec(head)?.[1] ?? '';
    return piecesOf(objects.get(contents)?.stream() ?? '', fontsOf(head));
  });
}

interface PdfObject {
  readonly head: string;
  stream(): string;
}

function objectsOf(file: Buffer): ReadonlyMap<string, PdfObject> {
  const text = file.toString('latin1');
  const objects = new Map<string, PdfObject>();
  for (const found of text.matchAll(/(?:^|\n)(\d+) 0 obj\n([\s\S]*?)endobj/g)) {
    const [, id = '', body = ''] = found;
    const at = body.indexOf('stream\n');
    const head = at < 0 ? body : body.slice(0, at);
    const length = Number(/\/Length (\d+)/.exec(head)?.[1] ?? 0);
    const bytes = () =>
      Buffer.from(body.slice(at + 'stream\n'.length, at + 'stream\n'.length + length), 'latin1');
    const stream = () => (head.includes('/FlateDecode') ? inflateSync(bytes()) : bytes()).toString('latin1');
    objects.set(id, { head, stream: at < 0 ? () => '' : stream });
  }
  return objects;
}

/** Glyph to letter, out of a ToUnicode map. */
function lettersOf(map: string): ReadonlyMap<string, string> {
  const letters = new Map<string, string>();
  const letter = (hex: string) =>
    String.fromCharCode(...(hex.match(/.{4}/g) ?? []).map((unit) => Number.parseInt(unit, 16)));
  for (const [, block = ''] of map.matchAll(/beginbfchar\n([\s\S]*?)endbfchar/g))
    for (const [, glyph = '', hex = ''] of block.matchAll(/<(\w+)> <(\w+)>/g))
      letters.set(glyph, letter(hex));
  for (const [, block = ''] of map.matchAll(/beginbfrange\n([\s\S]*?)endbfrange/g))
    for (const [, from = '', to = '', hex = ''] of block.matchAll(/<(\w+)> <(\w+)> <(\w+)>/g)) {
      const first = Number.parseInt(from, 16);
      for (let glyph = first; glyph <= Number.parseInt(to, 16); glyph += 1)
        letters.set(
          glyph.toString(16).toUpperCase().padStart(4, '0'),
          String.fromCharCode(Number.parseInt(hex, 16) + glyph - first),
        );
    }
  return letters;
}

function piecesOf(
  content: string,
  fonts: ReadonlyMap<string, ReadonlyMap<string, string>>,
): readonly string[] {
  const pieces: string[] = [];
  let font: ReadonlyMap<string, string> = new Map();
  for (const [, marked, named, glyphs] of content.matchAll(/(\/MCID)|\/(\w+) [\d.]+ Tf|<([0-9A-Fa-f]+)>/g)) {
    if (marked !== undefined) pieces.push('');
    else if (named !== undefined) font = fonts.get(named) ?? new Map();
    else if (glyphs !== undefined && pieces.length > 0)
      pieces[pieces.length - 1] += (glyphs.toUpperCase().match(/.{4}/g) ?? [])
        .map((glyph) => font.get(glyph) ?? '')
        .join('');
  }
  return pieces.map((piece) => piece.replaceAll(/\s+/g, ' ').trim()).filter((piece) => piece !== '');
}
