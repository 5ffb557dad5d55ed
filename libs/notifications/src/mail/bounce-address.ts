import { plainAddress, type PlainAddress } from './plain-address';

const MESSAGE_ID = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';

/**
 * The address that a message comes back to when it cannot be delivered. It names the message and nobody else, so that
 * a bounce is known by where it arrives and not by what it says.
 */
export function bounceAddressOf(bounceTo: PlainAddress, messageId: string): PlainAddress {
  const at = bounceTo.indexOf('@');
  const address = plainAddress(`${bounceTo.slice(0, at)}+${messageId}${bounceTo.slice(at)}`);
  if (address === null) throw new Error('the bounce address leaves no room for a message');
  return address;
}

/** The message that came back, or null for mail to any other address. */
export function bouncedMessage(bounceTo: PlainAddress, recipient: string): string | null {
  const at = bounceTo.indexOf('@');
  const own = new RegExp(
    `^${literal(bounceTo.slice(0, at))}\\+(${MESSAGE_ID})${literal(bounceTo.slice(at))}$`,
    'i',
  );
  return own.exec(recipient)?.[1]?.toLowerCase() ?? null;
}

function literal(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
}
