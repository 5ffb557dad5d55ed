import { plainAddress, type PlainAddress } from './plain-address';

/** `Name <address>` or an address, as a setting says it. Throws with the name of the setting. */
export function senderOf(from: string, setting: string): { name: string; address: PlainAddress } {
  const [, name, bracketed] = /^\s*([^<>"\r\n]*?)\s*<([^<>]+)>\s*$/.exec(from) ?? [];
  const address = plainAddress(bracketed ?? from.trim());
  if (address === null)
    throw new Error(`${setting} is not a plain address, with or without a name before it.`);
  return { name: name ?? '', address };
}
