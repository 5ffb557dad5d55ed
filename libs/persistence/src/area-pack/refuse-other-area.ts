import type { Client } from 'pg';
import type { DataSource } from 'typeorm';

/** A database that holds another area than the one asked for; the message says what can be done. */
export class OtherAreaError extends Error {
  constructor(held: string, asked: string) {
    super(
      `This database holds the area ${held}, and ${asked} was asked for. Leave AREA_PACK at ${held}, or use another database.`,
    );
    this.name = 'OtherAreaError';
  }
}

/**
 * Districts, references and policies of one area mean nothing in another, so a process never works on a database of
 * another area. One that holds none yet is left alone.
 */
export async function refuseOtherArea(source: DataSource, asked: string): Promise<void> {
  const [held] = await source.query<{ area_pack: string }[]>(HELD);
  if (held !== undefined) requireSameArea(held.area_pack, asked);
}

/** The same, on the migrator's own connection. */
export async function refuseToLoadOtherArea(client: Client, asked: string): Promise<void> {
  const { rows } = await client.query<{ area_pack: string }>(HELD);
  for (const held of rows) requireSameArea(held.area_pack, asked);
}

const HELD = 'select area_pack from app.instance';

function requireSameArea(held: string, asked: string): void {
  if (held !== asked) throw new OtherAreaError(held, asked);
}
