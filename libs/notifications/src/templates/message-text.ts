/** What a message says: a subject line and plain text. Made by templates only. */
export interface MessageText {
  readonly subject: string;
  readonly body: string;
}

/** Two groups of four from an alphabet without look-alikes, such as `WM-4F7K-9Q2D`. */
const REFERENCE = /^[A-Z]{2,4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/;

/** Guards the only thing about a case that a message may carry. Anything else in its place is a fault of ours. */
export function requireReference(text: string): string {
  if (!REFERENCE.test(text)) throw new Error('only a reference may stand in a message');
  return text;
}
