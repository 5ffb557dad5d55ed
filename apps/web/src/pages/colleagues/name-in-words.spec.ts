import { inSentence, namesInList, nameWithIs, NOBODY, READER, UNNAMED } from './name-in-words';

const CLOVER = 'Sample Responder Clover';

describe('a name in a sentence', () => {
  it.each([
    [READER, 'you'],
    [UNNAMED, 'a colleague'],
    [NOBODY, 'nobody yet'],
    [CLOVER, CLOVER],
  ])('%s stands as %s', (name, expected) => {
    expect(inSentence(name)).toBe(expected);
  });

  it.each([
    [READER, 'You are'],
    [UNNAMED, 'A colleague is'],
    [CLOVER, `${CLOVER} is`],
  ])('%s begins as %s', (name, expected) => {
    expect(nameWithIs(name)).toBe(expected);
  });

  it('begins a list and stands inside it', () => {
    expect(namesInList([READER, CLOVER])).toBe(`You, ${CLOVER}`);
    expect(namesInList([CLOVER, READER])).toBe(`${CLOVER}, you`);
  });
});
