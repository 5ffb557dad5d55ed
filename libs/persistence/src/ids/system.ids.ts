import { randomBytes } from 'node:crypto';
import type { Ids } from '#libs/casework';
import { v7 } from 'uuid';

export class SystemIds implements Ids {
  next<Id extends string>(): Id {
    return v7() as Id;
  }

  random(bytes: number): Uint8Array {
    return randomBytes(bytes);
  }
}
