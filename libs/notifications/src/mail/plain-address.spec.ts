import { plainAddress } from './plain-address';

describe('plainAddress', () => {
  it.each([
    'lead.birch@responders.example',
    "o'sample+alerts@police.example",
    'a@b.example',
    'x_1@sub.domain.example',
  ])('accepts the plain address %s', (text) => {
    expect(plainAddress(text)).toBe(text);
  });

  it.each([
    ['nothing', ''],
    ['no domain', 'lead'],
    ['a domain without a dot', 'lead@localhost'],
    ['two addresses', 'lead@a.example,other@b.example'],
    ['two addresses, semicolon', 'lead@a.example;other@b.example'],
    ['a second at-sign', 'lead@a.example@b.example'],
    ['a display name', 'Lead <lead@a.example>'],
    ['angle brackets', '<lead@a.example>'],
    ['a comment', 'lead(other@b.example)@a.example'],
    ['a quoted local part', '"lead other"@a.example'],
    ['a group', 'team:lead@a.example;'],
    ['a header in a new line', 'lead@a.example\r\nBcc: other@b.example'],
    ['a NUL', 'lead@a.example\0'],
    ['a space', 'lead @a.example'],
    ['an address literal', 'lead@[192.0.2.1]'],
    ['an encoded word', '=?utf-8?q?lead?=@a.example'],
    ['letters beyond ASCII', 'léad@a.example'],
    ['two dots in a row', 'lead..birch@a.example'],
    ['a dot at the end', 'lead@a.example.'],
    ['a percent route', 'lead%b.example@a.example'],
    ['a bang route', 'b.example!lead@a.example'],
    [
      'more letters than an address may have',
      `${'a'.repeat(60)}@${'b'.repeat(60)}.${'c'.repeat(150)}.example`,
    ],
  ])('refuses %s', (_what, text) => {
    expect(plainAddress(text)).toBeNull();
  });
});
