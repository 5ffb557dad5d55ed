import { setTimeout as pause } from 'node:timers/promises';
import type { Harm, Outcome } from '../injector';
import type { Fault } from '../schedule';

/** Cuts a cable between one process and one server, or lets it go quiet and then cuts it or not. */
export async function networkFault({ kind, choice, lastsMs }: Fault, { system }: Harm): Promise<Outcome> {
  const proxies = [...system.webs, ...system.workers].flatMap((node) => node.proxies);
  const proxy = proxies[choice % proxies.length]!;
  if (kind === 'connections-silent') {
    proxy.silence();
    await pause(lastsMs);
    if (choice % 2 === 0) proxy.cut();
    proxy.speak();
    return null;
  }
  proxy.cut();
  return null;
}
