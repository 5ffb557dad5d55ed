/**
 * Words in lines of at most `most` characters, because SVG does not wrap text. A word that is longer than a line is cut.
 * `most` is a whole number from 1.
 */
export function wrappedWords(text: string, most: number): readonly string[] {
  const pieces = text.split(/\s+/).flatMap((word) => word.match(new RegExp(`.{1,${most}}`, 'gu')) ?? []);
  return pieces.reduce<readonly string[]>((lines, piece) => {
    const last = lines.at(-1);
    if (last === undefined || last.length + 1 + piece.length > most) return [...lines, piece];
    return [...lines.slice(0, -1), `${last} ${piece}`];
  }, []);
}
